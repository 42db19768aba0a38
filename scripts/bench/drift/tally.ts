/** Counts of what became of the mutants, by reader and by mutation. */
import type { PrintedPage } from '../../liuke/printed-page.ts';
import { printedPage } from '../../liuke/printed-page.ts';
import { compareReadings, rowIds } from './compare.ts';
import { mutantOf } from './mutants.ts';

export interface Tally {
  mutants: number;
  /** Every field right, or no longer told. */
  mutantsRight: number;
  /** At least one field wrong. */
  mutantsWrong: number;
  right: number;
  /** Left out, and rightly so: the mutation took away the only sign of it. */
  untold: number;
  rejected: number;
  wrong: number;
  /** Ids and amounts of another order. */
  foreign: number;
  /** Rows that are missing without a reject. */
  silent: number;
}

export interface DriftingPage {
  name: string;
  url: string;
  html: string;
  expected: PrintedPage;
}

/** What was read wrong, to be looked at. */
export interface WrongReading {
  page: string;
  mutant: number;
  steps: string[];
  notes: string[];
  rejects: string[];
}

export function emptyTally(): Tally {
  return {
    mutants: 0,
    mutantsRight: 0,
    mutantsWrong: 0,
    right: 0,
    untold: 0,
    rejected: 0,
    wrong: 0,
    foreign: 0,
    silent: 0,
  };
}

/** Reads one mutant; the tallies it counts in are the caller's. */
export function readMutant({ name, url, html, expected }: DriftingPage, number: number) {
  const { kind, steps, gone, document } = mutantOf(html, expected, number);
  const read = printedPage(document, url);
  const verdicts = compareReadings(read, expected, url);
  const untold = verdicts.filter(({ verdict, field }) => verdict === 'rejected' && gone.has(field)).length;
  const count = (verdict: string) => verdicts.filter((each) => each.verdict === verdict).length;
  const found = new Set(rowIds(read));
  const lost = new Set(rowIds(expected).filter((id) => !found.has(id))).size;
  const tally: Tally = {
    mutants: 1,
    mutantsRight: count('right') + untold === verdicts.length ? 1 : 0,
    mutantsWrong: count('wrong') > 0 ? 1 : 0,
    right: count('right'),
    untold,
    rejected: count('rejected') - untold,
    wrong: count('wrong'),
    foreign: verdicts.filter(({ isForeign }) => isForeign).length,
    silent: Math.max(0, lost - newRejects(read, expected)),
  };
  const reading: WrongReading = {
    page: name,
    mutant: number,
    steps,
    notes: verdicts.filter(({ verdict }) => verdict === 'wrong').map(({ note }) => note),
    rejects: read.rejects.map(({ what }) => what),
  };
  return { kind, tally, reading };
}

/** How many rejects there are beyond those of the page as it was. */
function newRejects(read: PrintedPage, expected: PrintedPage): number {
  const left = expected.rejects.map(({ what }) => what);
  return read.rejects.filter(({ what }) => {
    const place = left.indexOf(what);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  }).length;
}

export function addTo(sum: Tally, tally: Tally): void {
  for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name];
}
