/**
 * The course of one reading. A page should not stand still for as long as all of it takes, and readers are pure: so a reading is broken
 * off between two steps, and later run again from the start; what its steps found is recalled, up to where it stopped. That holds as
 * long as the page does not change: whoever watches it begins a new course then.
 */
/** Thrown between two steps of a reading that has taken long enough for now. */
export class Pause extends Error {}

/** A step that was begun, with the steps in it until it is done. */
interface Step {
  isDone: boolean;
  result: unknown;
  within: Step[];
}

export class Course {
  #isLate: () => boolean;
  #steps: Step[] = [];
  #next = 0;
  #hasMoved = false;

  /** @param isLate asked before each new step; once it says yes the run ends with a `Pause`, after one step at least */
  constructor(isLate: () => boolean = () => false) {
    this.#isLate = isLate;
  }

  /** @throws Pause when it is late: run the same again, of the same page, to go on */
  run<Result>(read: () => Result): Result {
    const outer = current;
    current = this;
    this.#next = 0;
    this.#hasMoved = false;
    try {
      return read();
    } finally {
      current = outer;
    }
  }

  take<Result>(work: () => Result): Result {
    const known = this.#steps[this.#next];
    if (!known && this.#isLate() && this.#hasMoved) throw new Pause();
    const step = (this.#steps[this.#next] = known ?? { isDone: false, result: null, within: [] });
    this.#next += 1;
    if (!step.isDone) this.#do(step, work);
    return step.result as Result;
  }

  #do(step: Step, work: () => unknown): void {
    const [outer, next] = [this.#steps, this.#next];
    [this.#steps, this.#next] = [step.within, 0];
    try {
      step.result = work();
      step.isDone = this.#hasMoved = true;
      step.within = [];
    } finally {
      [this.#steps, this.#next] = [outer, next];
    }
  }
}

let current: Course | null = null;

/** The course that is being run; null outside of one. */
export function currentCourse(): Course | null {
  return current;
}

/** A piece of work before which a reading may be broken off. What it makes is made once in a course. */
export function step<Result>(work: () => Result): Result {
  return current === null ? work() : current.take(work);
}
