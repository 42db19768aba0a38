import { useEffect, useRef, useState } from 'react';
import { lateMs } from './late.ts';

export interface LateRows<Result> {
  /** Null while nothing has been painted for the query: skeletons. */
  result: Result | null;
  /** Counts the loads; part of every row's key, so that rows are made anew. */
  load: number;
}

/** Loads on every change of `query` (compared as JSON) and gives the result late; results of older queries are dropped. */
export function useLateRows<Query, Result>(
  query: Query,
  fetchRows: (query: Query) => Promise<Result>,
): LateRows<Result> {
  const text = JSON.stringify(query);
  const [rows, setRows] = useState<LateRows<Result> & { text: string }>({ result: null, load: 0, text });
  const fetcher = useRef(fetchRows);
  useEffect(() => {
    let isCurrent = true;
    const asked: Query = JSON.parse(text);
    const delay = new Promise((resolve) => setTimeout(resolve, lateMs(600)));
    void Promise.all([fetcher.current(asked), delay]).then(([result]) => {
      if (isCurrent) setRows(({ load }) => ({ result, load: load + 1, text }));
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return { result: rows.text === text ? rows.result : null, load: rows.load };
}
