/** What a shop set of the numbers of the shipped rules, today or at a moment of the past: out of the log, and nothing of the rules themselves. */
import type { Numbers } from '../../actions/playbook-numbers.ts';
import type { RuleNumbers } from '../../model/own-numbers.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

/** What a shop set; what is not named stays as it ships. */
export interface OwnNumbers {
  /** By the playbook's id. */
  playbooks: Readonly<Record<string, Numbers>>;
  contactLimits: Numbers;
  /** By the clock's id: minutes. */
  clocks: Readonly<Record<string, number>>;
  /** Of the platform's coupon tool, by the limit's name. */
  couponLimits: Numbers;
}

export const noNumbers: OwnNumbers = { playbooks: {}, contactLimits: {}, clocks: {}, couponLimits: {} };

/** A setting of one rule's numbers, and when (epoch ms). */
export type NumberChange = RuleNumbers & { at: number };

/** Of all shops, the oldest first, without what was undone. */
export async function readNumberChanges(db: LiukeDatabase): Promise<NumberChange[]> {
  const events = await readStanding(db, 'numbersSet');
  return events.flatMap((event) => (event.kind === 'numbersSet' ? [event] : []));
}

export async function readOwnNumbers(db: LiukeDatabase, shopId: string): Promise<OwnNumbers> {
  return numbersAt(await readNumberChanges(db), shopId);
}

/** @param at epoch ms; left out for today */
export function numbersAt(changes: readonly NumberChange[], shopId: string, at = Infinity): OwnNumbers {
  const own = {
    playbooks: {} as Record<string, Numbers>,
    contactLimits: {} as Numbers,
    clocks: {} as Record<string, number>,
    couponLimits: {} as Numbers,
  };
  for (const change of changes) {
    if (change.shopId !== shopId || change.at > at) continue;
    const { rule, numbers } = change;
    if (rule.what === 'contactLimits') own.contactLimits = numbers;
    else if (rule.what === 'couponLimits') own.couponLimits = numbers;
    else if (rule.what === 'playbook') own.playbooks[rule.id] = numbers;
    else if (numbers['minutes'] === undefined) delete own.clocks[rule.id];
    else own.clocks[rule.id] = numbers['minutes'];
  }
  return own;
}
