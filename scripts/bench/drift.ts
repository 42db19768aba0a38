/**
 * How the readers stand a page that changes: `npm run bench:drift [mutants per page] [--strict] [--show] [--lost] [part of a page's name]`,
 * 210 when left out. `--strict` fails below the bars, `--show` prints what was read wrong, `--lost` why orders were rejected.
 */
import { Worker } from 'node:worker_threads';
import { fixtures } from '../../tests/support/load-fixture.ts';
import { addTo, emptyTally, type DriftingPage, type readMutant, type Tally, type WrongReading } from './drift/tally.ts';

type MutantReading = ReturnType<typeof readMutant>;

const bars = { right: 0.95, wrong: 0.001, foreign: 0 };

const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const perPage = Number(words.find((word) => /^\d+$/.test(word)) ?? 210);
const part = words.find((word) => !/^\d+$/.test(word)) ?? '';

const pages = fixtures.filter(
  ({ name, expected }) => name.includes(part) && expected.page !== 'blocked' && expected.page !== 'unknown',
);
const readers = new Map<string, Tally>();
const kinds = new Map<string, Tally>();
const total = emptyTally();
const wrong: WrongReading[] = [];
const losses = new Map<string, number>();
const queue = pages.values();
await Promise.all([work(), work()]);

print('reader', readers);
print('mutation', kinds);
if (flags.has('--show')) for (const reading of wrong) console.log(JSON.stringify(reading));
if (flags.has('--lost')) console.table([...losses].toSorted((a, b) => b[1] - a[1]).slice(0, 40));
const isBelow =
  total.right + total.untold < bars.right * fieldsOf(total) ||
  total.wrong > bars.wrong * fieldsOf(total) ||
  total.foreign > bars.foreign;
console.log(
  `\nbars: ${percent(bars.right)} of fields right, at most ${percent(bars.wrong)} wrong, ${bars.foreign} ids or amounts of another order: ${isBelow ? 'not met' : 'met'}`,
);
if (isBelow && flags.has('--strict')) process.exitCode = 1;

async function work(): Promise<void> {
  for (const page of queue) {
    const reader = page.name.split('--')[0]!;
    for (const reading of await readMutants(page)) countMutant(reader, reading);
  }
}

function readMutants({ name, url, html, expected }: DriftingPage): Promise<MutantReading[]> {
  return new Promise((resolve, reject) => {
    new Worker(new URL('./drift/page-worker.ts', import.meta.url), {
      workerData: { page: { name, url, html, expected }, mutants: perPage },
    })
      .once('message', resolve)
      .once('error', reject);
  });
}

function countMutant(reader: string, { kind, tally, reading }: MutantReading): void {
  for (const each of [total, tallyOf(readers, reader), tallyOf(kinds, kind)]) addTo(each, tally);
  if (tally.wrong > 0) wrong.push(reading);
  if (tally.rejected === 0) return;
  for (const what of reading.rejects) {
    const loss = `${reader}: ${what} (${kind})`;
    losses.set(loss, (losses.get(loss) ?? 0) + 1);
  }
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const known = tallies.get(name) ?? emptyTally();
  tallies.set(name, known);
  return known;
}

function fieldsOf({ right, untold, rejected, wrong: notTrue }: Tally): number {
  return right + untold + rejected + notTrue;
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(2)} %`;
}

function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  const columns = [
    'mutants',
    'all right',
    'any wrong',
    'fields',
    'right',
    'untold',
    'rejected',
    'wrong',
    'foreign',
    'silent',
  ];
  console.log(`\n${title.padEnd(28)}${columns.map((column) => column.padStart(12)).join('')}`);
  for (const [name, tally] of [...tallies, ['total', total] as const]) {
    const fields = fieldsOf(tally);
    const cells = [
      tally.mutants,
      percent(tally.mutantsRight / tally.mutants),
      tally.mutantsWrong,
      fields,
      percent(tally.right / fields),
      percent(tally.untold / fields),
      percent(tally.rejected / fields),
      `${tally.wrong} ${percent(tally.wrong / fields)}`,
      tally.foreign,
      tally.silent,
    ];
    console.log(name.padEnd(28) + cells.map((cell) => String(cell).padStart(12)).join(''));
  }
}
