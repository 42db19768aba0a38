/** Promises in what is about to be said: what, until when. A promise that is written down can be kept. */
import type { ContactPromise } from '../model/event.ts';
import { dueTimesIn, type DueTime } from './due-time.ts';
import type { PromiseRules } from './promise-schema.ts';

export interface FoundPromise extends ContactPromise {
  /** Where it stands in the text. */
  start: number;
  end: number;
}

const CLAUSE = /[^，。！；\n,;!]+/g;

/**
 * The promises of a text that name a time, in order. A forecast (预计), what the buyer may do, and what expires are none.
 * @param now epoch ms, from which 今天 and 内 are reckoned
 */
export function promisesIn(text: string, rules: PromiseRules, now: number): FoundPromise[] {
  const times = dueTimesIn(text, now);
  return [...text.matchAll(CLAUSE)].flatMap(({ 0: clause, index }) => {
    const end = index + clause.length;
    const here = times.filter((time) => time.start >= index && time.end <= end);
    if (here.length === 0 || rules.notOurs.some((word) => clause.includes(word))) return [];
    return here.flatMap((time, at) => {
      // Of several in one clause each has what stands up to the next one.
      const stretch = { start: time.start, end: here[at + 1]?.start ?? end };
      const own = here.length === 1 ? [] : promiseAt(text, time, stretch, rules);
      return own.length > 0 ? own : promiseAt(text, time, { start: index, end }, rules);
    });
  });
}

/** What is handed on to be kept: each thing and time once, the first to keep first. The words stay behind. */
export function promisesToKeep(text: string, rules: PromiseRules, now: number): ContactPromise[] {
  const found = promisesIn(text, rules, now).toSorted((a, b) => a.dueAt - b.dueAt);
  return [...new Map(found.map(({ what, dueAt }) => [`${what} ${dueAt}`, { what, dueAt }])).values()];
}

/** What is promised stands in the same clause, or, as after "今天18点前，", in the next. */
function promiseAt(
  text: string,
  { start, end, dueAt }: DueTime,
  clause: { start: number; end: number },
  { kinds }: PromiseRules,
): FoundPromise[] {
  const isBare = text.slice(end, clause.end).trim() === '';
  const next = text.slice(clause.end + 1).split(/[，。！；\n,;!]/)[0]!;
  const ground = text.slice(clause.start, clause.end) + (isBare ? next : '');
  const kind = kinds.find(({ words }) => words.some((word) => ground.includes(word)));
  return kind ? [{ what: kind.what, dueAt, start, end }] : [];
}
