/** The reading alone, nothing interpreted or stored, beside the libraries that others read such files with: in turns, a process each time. */
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';

export type Reader = 'liuke' | 'Papa Parse' | 'SheetJS';

export interface ReadFigures {
  rows: number;
  ms: number;
  /** Of all threads, the start of the process included. */
  processorMs: number;
  peakMb: number;
}

const TIMES = 5;
const others = { csv: 'Papa Parse', xlsx: 'SheetJS' } as const;

/** @param rows that the file has, the one of the names included: a reader that finds others has not read it */
export function printParseAlone(format: keyof typeof others, path: string, rows: number): void {
  const readers: Reader[] = ['liuke', others[format]];
  const runs = new Map<Reader, ReadFigures[]>(readers.map((reader) => [reader, []]));
  const failures = new Map<Reader, string>();
  for (let time = 0; time < TIMES; time += 1)
    for (const reader of readers) {
      if (failures.has(reader)) continue;
      const outcome = readOnce(reader, path);
      if (typeof outcome === 'string') failures.set(reader, outcome);
      else if (outcome.rows !== rows) failures.set(reader, `found ${outcome.rows} rows of ${rows}`);
      else runs.get(reader)!.push(outcome);
    }
  console.log(`\n${format}, the reading alone: ${rows.toLocaleString('en')} rows; load ${loadavg()[0]!.toFixed(1)}`);
  for (const reader of readers)
    console.log(`  ${reader.padEnd(10)} ${failures.get(reader) ?? told(runs.get(reader)!)}`);
}

/** @returns in words why there are no figures, where the process did not come to its end */
function readOnce(reader: Reader, path: string): ReadFigures | string {
  const script = join(import.meta.dirname, 'in-process.ts');
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [script, reader, path], { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout) as ReadFigures;
  const reason = stderr.split('\n').find((line) => /error|out of memory/i.test(line)) ?? '';
  return `could not read it (${signal ?? `exit ${status}`}): ${reason.trim()}`;
}

function told(figures: readonly ReadFigures[]): string {
  const sorted = (valueOf: (of: ReadFigures) => number) => figures.map(valueOf).toSorted((a, b) => a - b);
  const middle = (numbers: readonly number[]) => numbers[Math.floor(numbers.length / 2)]!;
  const speeds = sorted(({ rows, ms }) => (rows * 1000) / ms);
  const ofProcessor = sorted(({ rows, processorMs }) => (rows * 1000) / processorMs);
  const peaks = sorted(({ peakMb }) => peakMb);
  const whole = (number: number) => Math.round(number).toLocaleString('en');
  return (
    `${whole(middle(speeds))} rows/s (${whole(speeds[0]!)} to ${whole(speeds.at(-1)!)}) by the clock, ` +
    `${whole(middle(ofProcessor))} by the processor, peak ${whole(middle(peaks))} MB, median of ${figures.length}`
  );
}
