/**
 * Long work that can be set aside. A generator yields wherever it may pause, some milliseconds of work apart; who runs it
 * decides when to go on, so that a background that serves pages is never held up. The value comes at the end.
 */
export type Steps<T> = Generator<void, T, void>;

/** Runs to the end at once: for tests, tools and small work. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
