/**
 * The list of the day for single rows: who is due for what when a guard or a trial holds back what stands first for them. The same lines
 * as `dueColumn`, walked down one row at a time; for the few rows of which more is known than the columns say.
 */
import { holds } from '../insight/tiers/clause.ts';
import type { Clause } from '../insight/tiers/clause-schema.ts';
import type { Columns } from '../insight/tiers/tier-columns.ts';
import type { Tier } from '../insight/tiers/tier.ts';
import type { ContactLimits } from './contact-limits.ts';
import { goodOffer, lineOf, type Due, type GivesRight } from './day-list.ts';
import type { Offer } from './offer-schema.ts';

type Test = (row: number) => boolean;

export class DueRows<P extends Due = Due> {
  readonly #playbooks: readonly P[];
  readonly #isDue: readonly Test[];

  /** As those of `dueColumn`. */
  constructor(
    columns: Columns,
    tiers: readonly Tier[],
    playbooks: readonly P[],
    limits: ContactLimits,
    toNew: readonly Offer[] = [],
    givesRight: GivesRight | null = null,
  ) {
    const lineTest = (line: readonly Clause[]) => allOf(line.map((clause) => clauseTest(columns, clause)));
    this.#playbooks = playbooks;
    this.#isDue = playbooks.map((playbook, place) => {
      const ofTiers = tiers.filter(({ id }) => playbook.tierIds.includes(id)).map(({ all }) => lineTest(all));
      const isOfTiers: Test = (row) => playbook.tierIds.length === 0 || ofTiers.some((passes) => passes(row));
      const isGood = goodOffer(columns, playbook, limits, toNew, givesRight && ((row) => givesRight(row, place)));
      return allOf([lineTest(lineOf(playbook)), isOfTiers, ...(isGood ? [isGood] : [])]);
    });
  }

  /**
   * Who was calmed is not approached for anything else meanwhile: their matter is settled first.
   * @param from 1 + the place at which to begin; 0 for a row that is due for nothing
   * @returns 1 + the place of the first playbook that is due and not held back, 0 for none
   */
  firstOf(row: number, from: number, isHeld: (playbook: P, place: number) => boolean): number {
    if (from === 0) return 0;
    for (let place = from - 1; place < this.#playbooks.length; place += 1) {
      const playbook = this.#playbooks[place]!;
      if (!this.#isDue[place]!(row)) continue;
      if (!isHeld(playbook, place)) return place + 1;
      if (playbook.due.job === 'calm') return 0;
    }
    return 0;
  }
}

/** A column that no row asks for is never computed. */
function clauseTest(columns: Columns, { metric, is, value }: Clause): Test {
  const passes = holds[is];
  return (row) => passes(columns.column(metric)[row]!, value);
}

function allOf(tests: readonly Test[]): Test {
  return (row) => tests.every((passes) => passes(row));
}
