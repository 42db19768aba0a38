/**
 * Pages that no platform ever made: nothing breaks, nothing hangs, nothing is run, and every loss is told. `FAULTS=long` reads all 10,000 of
 * them, otherwise as many as everyday runs can wait for.
 */
import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FuzzResult } from '../../support/fuzz/fuzz-worker.ts';

const PAGES = process.env['FAULTS'] === 'long' ? 10_000 : 1_000;
const THREADS = Math.min(4, Math.max(2, availableParallelism()));
const WORKER = join(import.meta.dirname, '../../support/fuzz/fuzz-worker.ts');

function runShare(from: number, to: number): Promise<FuzzResult> {
  return new Promise((resolve, reject) => {
    new Worker(WORKER, { workerData: { from, to }, resourceLimits: { stackSizeMb: 64 } })
      .once('message', resolve)
      .once('error', reject);
  });
}

test(
  `${PAGES} fuzzed pages are read without an exception, in 200 ms each, every loss a counted reject`,
  {
    timeout: 300_000,
  },
  async () => {
    const share = Math.ceil(PAGES / THREADS);
    const results = await Promise.all(
      Array.from({ length: THREADS }, (_, index) => runShare(index * share, Math.min(PAGES, (index + 1) * share))),
    );
    const sum = (pick: (result: FuzzResult) => number) => results.reduce((all, result) => all + pick(result), 0);
    const slowestMs = Math.max(...results.map((result) => result.slowestMs));
    console.log(
      `pages 0 to ${PAGES - 1}: ${sum(({ orders }) => orders)} orders, ${sum(({ rejects }) => rejects)} rejects, slowest ${slowestMs.toFixed(0)} ms, ${sum(({ unbuilt }) => unbuilt)} pages replaced`,
    );
    expect(results.flatMap(({ failures }) => failures).slice(0, 20)).toEqual([]);
    expect(sum(({ pages }) => pages)).toBe(PAGES);
  },
);
