/** The mutants of one page on a thread of its own: its documents go when it goes. */
import { parentPort, workerData } from 'node:worker_threads';
import { readMutant, type DriftingPage } from './tally.ts';

const { page, mutants } = workerData as { page: DriftingPage; mutants: number };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort!.postMessage(Array.from({ length: mutants }, (_, number) => readMutant(page, number)));
