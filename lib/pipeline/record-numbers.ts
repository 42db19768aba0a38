/** Writing down the numbers that a shop sets for itself. What the rules do not allow is refused here, whoever asks. */
import { limitProblems } from '../actions/contact-bounds.ts';
import { contactLimitsSchema } from '../actions/contact-limits.ts';
import { numberProblems } from '../actions/number-problems.ts';
import { couponLimitProblems, offerProblems } from '../actions/coupon-limit-problems.ts';
import { withNumbers, type Numbers } from '../actions/playbook-numbers.ts';
import { playbookSchema } from '../actions/playbook.ts';
import type { When } from '../model/command.ts';
import type { RuleNumbers } from '../model/own-numbers.ts';
import type { Platform } from '../model/platform.ts';
import { clockRules } from '../rules/clocks.ts';
import { couponLimitFacts } from '../rules/coupon-limit-facts.ts';
import { numberedPlaybooks } from '../rules/numbered-playbooks.ts';
import { contactBounds, contactLimits, numberRanges } from '../rules/playbooks.ts';
import { clockBound, isAllowed } from '../service/own-clocks.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { couponLimitsOf } from '../views/actions/platform-limit.ts';
import { readOwnNumbers } from '../views/shops/number-changes.ts';
import { appendAll } from './append-event.ts';

/**
 * All numbers of each of these rules, or of none of them where one is refused: the newest event of a rule holds.
 * @returns the events' ids, in the same order, for an undo of all
 * @throws RangeError of a rule that there is not, and of numbers that it does not allow
 */
export async function recordOwnNumbers(db: LiukeDatabase, all: readonly RuleNumbers[], when: When): Promise<string[]> {
  const shops = await db.shops.bulkGet(all.map(({ shopId }) => shopId));
  for (const [index, own] of all.entries()) {
    const { couponLimits: ownLimits } = await readOwnNumbers(db, own.shopId);
    refuseUnallowed(own, shops[index]?.platform ?? null, ownLimits);
  }
  return await appendAll(
    db,
    when,
    all.map((own) => (stamp) => ({ ...stamp, ...own, kind: 'numbersSet' })),
  );
}

/** @param ownLimits what the shop set of the limits of its platform's coupon tool */
function refuseUnallowed({ rule, numbers }: RuleNumbers, platform: Platform | null, ownLimits: Numbers): void {
  if (rule.what === 'contactLimits') {
    refuse('limits of contacts', limitProblems(numbers, contactBounds));
    contactLimitsSchema.parse({ ...contactLimits, ...numbers });
    return;
  }
  if (rule.what === 'couponLimits') {
    refuse('the coupon limits of the platform', couponLimitProblems(numbers, platform, couponLimitFacts));
    return;
  }
  if (rule.what === 'playbook') {
    const playbook = numberedPlaybooks.find(({ id }) => id === rule.id);
    if (!playbook) throw new RangeError(`expected the id of a playbook, found ${rule.id}`);
    refuse(rule.id, numberProblems(playbook, numbers, numberRanges));
    refuse(rule.id, offerProblems(playbook, numbers, platform, couponLimitsOf(ownLimits, platform)));
    playbookSchema.parse(withNumbers(playbook, numbers));
    return;
  }
  const clock = clockRules.find(({ id }) => id === rule.id);
  if (!clock) throw new RangeError(`expected the id of a clock, found ${rule.id}`);
  const { minutes, ...others } = numbers;
  refuse(rule.id, Object.keys(others));
  if (minutes !== undefined && !isAllowed(minutes, clock, platform ?? 'jd'))
    throw new RangeError(
      `expected 1 to ${clockBound(clock, platform ?? 'jd').minutes} whole minutes for ${rule.id}, found ${minutes}`,
    );
}

function refuse(what: string, problems: readonly unknown[]): void {
  if (problems.length > 0)
    throw new RangeError(`expected numbers that ${what} allow, found ${JSON.stringify(problems)}`);
}
