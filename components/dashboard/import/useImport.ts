import { useEffect, useRef, useState } from 'react';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import type { ImportProgress } from '../../../lib/model/imported.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { errorText } from '../../words/files.ts';
import { isReadable, type ExaminedFile, type ReadableTable } from './examine.ts';
import { rateMeter } from './rate-meter.ts';
import { openReader, type Reader } from './reader.ts';
import { sendTable, stubborn, type OnProgress } from './send-table.ts';

export interface ChosenFile {
  key: string;
  file: File;
  /** What was said of its columns since it was chosen, the last first. */
  named: readonly ColumnMapping[];
  state: { kind: 'reading'; rows: number } | { kind: 'read'; examined: ExaminedFile } | { kind: 'failed'; why: string };
}

export type WantedShop = { shopId: string } | { name: string };

export type Run =
  | { kind: 'none' }
  | {
      kind: 'running' | 'paused' | 'stopped' | 'failed';
      /** Rows of the tables before this one, and of all. */
      rowsBefore: number;
      rowsInAll: number;
      file: string;
      progress: ImportProgress | null;
      /** Waits for room on the disk. */
      isFull: boolean;
      /** Rows a second while it ran. */
      rate: number;
      why: string;
    }
  | { kind: 'done' };

/** Tables in the order in which they go in: lines and cases join orders. */
const turnOf = { orders: 0, lines: 1, afterSales: 2 } as const;

export type Importing = ReturnType<typeof useImport>;

/** The chosen files, and the import of what is in them. */
export function useImport() {
  const reader = useReader();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const [run, setRun] = useState<Run>({ kind: 'none' });
  const gate = useRef(openGate());
  /** Tables of this run that are in: going on after a stop leaves them out. */
  const finished = useRef(new Set<string>());
  const change = (key: string, state: ChosenFile['state']) =>
    setFiles((all) => all.map((chosen) => (chosen.key === key ? { ...chosen, state } : chosen)));
  const examine = async ({ key, file, named }: Omit<ChosenFile, 'state'>, said: readonly ColumnMapping[]) => {
    try {
      const onRows = (rows: number) => change(key, { kind: 'reading', rows });
      change(key, { kind: 'read', examined: await reader().examine(key, file, [...named, ...said], onRows) });
    } catch (error) {
      change(key, { kind: 'failed', why: errorText(error) });
    }
  };
  return {
    files,
    run,
    /** @param said what people said of columns before */
    choose: (list: Iterable<File>, said: readonly ColumnMapping[]) => {
      const chosen = [...list].map((file): ChosenFile => ({
        key: crypto.randomUUID(),
        file,
        named: [],
        state: { kind: 'reading', rows: 0 },
      }));
      setRun((before) => (before.kind === 'done' ? { kind: 'none' } : before));
      setFiles((all) => [...(run.kind === 'done' ? [] : all), ...chosen]);
      for (const each of chosen) void examine(each, said);
    },
    remove: (key: string) => {
      setFiles((all) => all.filter((chosen) => chosen.key !== key));
      void reader().forget(key);
    },
    /** Reads the file again. @param named what a person says of its columns now */
    readAgain: (chosen: ChosenFile, said: readonly ColumnMapping[], named: readonly ColumnMapping[] = []) => {
      const again: ChosenFile = {
        ...chosen,
        named: [...named, ...chosen.named],
        state: { kind: 'reading', rows: 0 },
      };
      setFiles((all) => all.map((each) => (each.key === again.key ? again : each)));
      void examine(again, said);
    },
    start: async (shopFor: Partial<Record<Platform, WantedShop>>) => {
      gate.current = openGate();
      try {
        const isWhole = await runAll({
          reader: reader(),
          files,
          shopFor,
          gate: gate.current,
          finished: finished.current,
          setRun,
        });
        setRun((before) =>
          isWhole ? { kind: 'done' } : before.kind === 'none' ? before : ({ ...before, kind: 'stopped' } as Run),
        );
        if (!isWhole) return;
        setFiles([]);
        finished.current.clear();
      } catch (error) {
        setRun((before) => ({
          ...(before as Extract<Run, { file: string }>),
          kind: 'failed',
          why: errorText(error),
        }));
      }
    },
    pause: () => {
      gate.current.close();
      setRun((before) => (before.kind === 'running' ? { ...before, kind: 'paused' } : before));
    },
    goOn: () => {
      gate.current.open();
      setRun((before) => (before.kind === 'paused' ? { ...before, kind: 'running' } : before));
    },
    stop: () => {
      gate.current.stop();
    },
    /** Nothing of this run is spoken of any more; files chosen since stay. */
    clear: () => {
      const gone = new Set(files.map(({ key }) => key));
      setRun({ kind: 'none' });
      setFiles((all) => all.filter(({ key }) => !gone.has(key)));
      finished.current.clear();
      for (const key of gone) void reader().forget(key);
    },
  };
}

/** One thread as long as the page is open, made when it is first needed. */
function useReader(): () => Reader {
  const reader = useRef<Reader | null>(null);
  useEffect(
    () => () => {
      reader.current?.close();
      reader.current = null;
    },
    [],
  );
  return () => (reader.current ??= openReader());
}

interface Gate {
  ready(): Promise<void>;
  isStopped(): boolean;
  close(): void;
  open(): void;
  stop(): void;
}

function openGate(): Gate {
  let isStopped = false;
  let open = () => {};
  let whenOpen: Promise<void> = Promise.resolve();
  const gate: Gate = {
    ready: async () => await whenOpen,
    isStopped: () => isStopped,
    close() {
      whenOpen = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
    stop() {
      isStopped = true;
      open();
    },
  };
  return gate;
}

interface Running {
  reader: Reader;
  files: readonly ChosenFile[];
  shopFor: Partial<Record<Platform, WantedShop>>;
  gate: Gate;
  finished: Set<string>;
  setRun: (run: Run | ((before: Run) => Run)) => void;
}

export interface ChosenTable {
  file: File;
  table: ReadableTable;
}

export function readableTables(files: readonly ChosenFile[]): ChosenTable[] {
  return files
    .flatMap(({ file, state }) =>
      state.kind === 'read' ? state.examined.tables.filter(isReadable).map((table) => ({ file, table })) : [],
    )
    .toSorted((a, b) => turnOf[a.table.holds] - turnOf[b.table.holds]);
}

/** @returns whether all of it is in */
async function runAll({ reader, files, shopFor, gate, finished, setRun }: Running): Promise<boolean> {
  const tables = readableTables(files);
  const rowsInAll = tables.reduce((sum, { table }) => sum + table.summary.rows, 0);
  const made = new Map<string, string>();
  let rowsBefore = 0;
  for (const { file, table } of tables) {
    if (finished.has(table.fingerprint)) {
      rowsBefore += table.summary.rows;
      continue;
    }
    const wanted = shopFor[table.platform]!;
    // A shop that the first table made is there for the others.
    const known = made.get(table.platform);
    const rateOf = rateMeter();
    const onProgress: OnProgress = (progress, isFull) =>
      setRun((before) => ({
        kind: before.kind === 'paused' ? 'paused' : 'running',
        rowsBefore,
        rowsInAll,
        file: table.name,
        progress,
        isFull,
        rate: rateOf(progress.rows, before.kind === 'paused', performance.now()),
        why: '',
      }));
    const progress = await sendTable(
      reader,
      { file, table: table.table, mapping: table.mapping },
      {
        file: {
          name: file.name,
          table: table.name,
          fingerprint: table.fingerprint,
          rows: table.summary.rows,
        },
        kind: table.kind,
        platform: table.platform,
        shop: known === undefined ? wanted : { shopId: known },
        writtenAt: Math.max(1, Math.round(file.lastModified)),
      },
      gate,
      onProgress,
    );
    made.set(table.platform, progress.shopId);
    if (table.mapping) await toBackground.saveColumnMapping({ shopId: progress.shopId, mapping: table.mapping });
    if (gate.isStopped()) return false;
    await stubborn(async () => await toBackground.endImport({ importId: progress.importId }));
    finished.add(table.fingerprint);
    rowsBefore += table.summary.rows;
  }
  return true;
}
