/** Running long work beside everything else: some milliseconds of it, then whatever waits. */
import type { Steps } from '../insight/steps.ts';

/** A page's report that comes in the middle waits this long at most, and one step. */
const SLICE_MS = 12;

/** Lets waiting messages and answers of the store through. */
export async function breathe(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** @throws whatever the work throws */
export async function runSteps<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await breathe();
  }
}
