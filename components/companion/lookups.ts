/** What was looked up in the companion window, newest last: in memory only, and conversations for ten minutes. */
import type { PasteAnswer, PastedPerson } from '../../lib/model/pasted.ts';

export const FORGET_AFTER_MS = 600_000;
const MOST_LOOKUPS = 8;

export interface Lookup {
  id: number;
  /** When it was pasted, epoch ms. */
  at: number;
  /** As pasted; null where nothing was, and once it is forgotten. */
  text: string | null;
  /** Whom the user said to be the buyer. */
  buyer: string | null;
  /** Null while it is being read, and where it could not be. */
  answer: PasteAnswer | null;
  problem: 'tooLong' | 'noAnswer' | null;
  /** Chosen by the user. */
  chosen: PastedPerson | null;
  /** A sentence without a writer, of which the user said that the buyer wrote it. */
  isBuyersWords: boolean;
  isForgotten: boolean;
}

export interface Lookups {
  list: readonly Lookup[];
  /** Which of them is shown; -1 for none. */
  place: number;
}

export const noLookups: Lookups = { list: [], place: -1 };

export function currentOf({ list, place }: Lookups): Lookup | null {
  return list[place] ?? null;
}

export function personOf(lookup: Lookup | null): PastedPerson | null {
  return lookup?.chosen ?? lookup?.answer?.person ?? null;
}

/** What lies ahead of the place goes, as in a browser. */
export function withNew({ list, place }: Lookups, lookup: Lookup): Lookups {
  const kept = [...list.slice(0, place + 1), lookup].slice(-MOST_LOOKUPS);
  return { list: kept, place: kept.length - 1 };
}

export function withChange(lookups: Lookups, id: number, change: Partial<Lookup>): Lookups {
  return { ...lookups, list: lookups.list.map((lookup) => (lookup.id === id ? { ...lookup, ...change } : lookup)) };
}

export function moved({ list, place }: Lookups, step: number): Lookups {
  return { list, place: Math.min(list.length - 1, Math.max(0, place + step)) };
}

/** Whether it holds, or may hold, what people wrote to each other: a short sentence looks like a nick that nobody has. */
export function holdsWords({ text, answer, isBuyersWords }: Lookup): boolean {
  if (text === null) return false;
  if (answer === null || isBuyersWords) return true;
  const { kind } = answer.pasted;
  return kind === 'chat' || kind === 'words' || (kind === 'nick' && answer.person === null);
}

/** Epoch ms at which the next conversation is to be forgotten; null for none. */
export function nextForgetting({ list }: Lookups): number | null {
  const times = list.filter(holdsWords).map(({ at }) => at + FORGET_AFTER_MS);
  return times.length === 0 ? null : Math.min(...times);
}

/** Conversations pasted before that time lose their words; whom they led to stays. */
export function forgetting(lookups: Lookups, pastedBefore: number): Lookups {
  const list = lookups.list.map((lookup) =>
    holdsWords(lookup) && lookup.at <= pastedBefore ? withoutWords(lookup) : lookup,
  );
  return { ...lookups, list };
}

function withoutWords(lookup: Lookup): Lookup {
  const { answer } = lookup;
  return {
    ...lookup,
    text: null,
    buyer: null,
    answer: answer && { ...answer, pasted: { kind: 'nothing' } },
    isBuyersWords: false,
    isForgotten: true,
  };
}
