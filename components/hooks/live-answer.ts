import { liveQuery } from 'dexie';

/** So long a query goes on for which nobody comes: its part was not shown after all. */
const UNWANTED_MS = 1000;

interface Listener<Answer> {
  next: (answer: Answer) => void;
  error?: ((problem: unknown) => void) | undefined;
}

/**
 * When a live query begins. Where a list is there without its answer: when it is listened to, which React has happen after the part was
 * painted. Where nothing is there without it, as of a card, or what stands there is looked at for the answer, as buyers for their tiers:
 * while the part is being drawn, or it would be painted before the answer is even asked for.
 */
export type Beginning = 'shown' | 'drawn';

/** A live query that many may listen to; who comes later is told what was found by then. */
export class LiveAnswer<Answer> {
  readonly #query: (isWanted: () => boolean) => Promise<Answer>;
  readonly #listeners = new Set<Listener<Answer>>();
  #stop: (() => void) | null = null;
  #answered: { answer: Answer } | { problem: unknown } | null = null;
  #unwanted: ReturnType<typeof setTimeout> | undefined;

  /** @param query is handed a function that says whether anybody still waits for it: what takes long stops when nobody does */
  constructor(query: (isWanted: () => boolean) => Promise<Answer>, begins: Beginning) {
    this.#query = query;
    if (begins === 'shown') return;
    this.#begin();
    this.#unwanted = setTimeout(() => this.#end(), UNWANTED_MS);
  }

  /** There is none before somebody listens: whoever asks while drawing gets it right after. */
  hasValue(): boolean {
    return false;
  }

  /**
   * @param next called with each answer, at once where there is one
   * @returns how to stop; when the last one stops, so does the query, and it begins anew with who comes next
   */
  subscribe(next: (answer: Answer) => void, error?: (problem: unknown) => void): () => void {
    clearTimeout(this.#unwanted);
    const listener = { next, error };
    this.#listeners.add(listener);
    if (this.#stop === null) this.#begin();
    else if (this.#answered) tell(listener, this.#answered);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  }

  #begin(): void {
    const take = (answered: { answer: Answer } | { problem: unknown }) => {
      this.#answered = answered;
      for (const listener of this.#listeners) tell(listener, answered);
    };
    let isWanted = true;
    const subscription = liveQuery(async () => await this.#query(() => isWanted)).subscribe(
      (answer) => take({ answer }),
      (problem: unknown) => take({ problem }),
    );
    this.#stop = () => {
      isWanted = false;
      subscription.unsubscribe();
    };
  }

  #end(): void {
    this.#stop?.();
    this.#stop = null;
    this.#answered = null;
  }
}

function tell<Answer>({ next, error }: Listener<Answer>, answered: { answer: Answer } | { problem: unknown }): void {
  if ('answer' in answered) next(answered.answer);
  else error?.(answered.problem);
}
