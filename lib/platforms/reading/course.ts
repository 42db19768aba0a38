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

  /** @param isLate asked before each new step; once it says yes the reading is broken off, after one step at least */
  constructor(isLate: () => boolean = () => false) {
    this.#isLate = isLate;
  }

  /** From the first step again. */
  begin(): void {
    this.#next = 0;
    this.#hasMoved = false;
  }

  /** @throws Pause when it is late */
  take<Result>(work: () => Result): Result {
    const known = this.#steps[this.#next];
    if (!known && this.#isLate() && this.#hasMoved) throw new Pause();
    const taken = (this.#steps[this.#next] = known ?? { isDone: false, result: null, within: [] });
    this.#next += 1;
    if (!taken.isDone) this.#do(taken, work);
    return taken.result as Result;
  }

  #do(taken: Step, work: () => unknown): void {
    const [outer, next] = [this.#steps, this.#next];
    [this.#steps, this.#next] = [taken.within, 0];
    try {
      taken.result = work();
      taken.isDone = this.#hasMoved = true;
      taken.within = [];
    } finally {
      [this.#steps, this.#next] = [outer, next];
    }
  }
}

let current: Course | null = null;

/**
 * What `read` reads in this course.
 * @throws Pause when it is late: read the same again, of the same page, to go on
 */
export function inCourse<Result>(course: Course, read: () => Result): Result {
  const outer = current;
  current = course;
  course.begin();
  try {
    return read();
  } finally {
    current = outer;
  }
}

/** The course that is being read in; null outside of one. */
export function currentCourse(): Course | null {
  return current;
}

/** A piece of work before which a reading may be broken off. What it makes is made once in a course. */
export function step<Result>(work: () => Result): Result {
  return current === null ? work() : current.take(work);
}
