/** What is wrong with a shop's file, as facts for the interface to put into words. */
import type { FaultPlace } from './rule-fault.ts';

export type ShopPackProblem =
  | { kind: 'notJson' | 'otherFormat' }
  | { kind: 'unknownRule' | 'unknownPolicy'; found: string }
  | { kind: 'wrong'; places: FaultPlace[] };

export class ShopPackError extends Error {
  readonly problem: ShopPackProblem;

  /** @param message for tools; the interface says `problem` in its own words */
  constructor(problem: ShopPackProblem, message: string) {
    super(message);
    this.name = 'ShopPackError';
    this.problem = problem;
  }
}
