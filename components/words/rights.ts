/** Levels, the ladder and the register of rights, in words. */
import type { GoalState } from '../../lib/actions/goals.ts';
import type { LadderState, LevelState } from '../../lib/actions/ladder.ts';
import type { Referral } from '../../lib/actions/rights.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Right } from '../../lib/model/rights-event.ts';
import { dayOf, formatDay } from '../../lib/model/shanghai-time.ts';
import { yuanText } from './amounts.ts';
import { shownName, shownNote } from './shown-name.ts';

/** "等级：银卡；再消费 ¥120.00 升级金卡". */
export function levelText({ level, next }: LevelState): string {
  const now = t('level_is', level ?? t('none'));
  return next ? t('level_next', now, yuanText(next.missingFen), next.level) : now;
}

/** "成长计划：再买 1 次（还剩 3 天）享 9 折". */
export function ladderText({ step, missing, daysLeft }: LadderState): string {
  const reward = labelText(step.reward);
  return missing === 0 ? t('ladder_reached', reward) : t('ladder_next', missing, daysLeft, reward);
}

/** "本月再消费 ¥1200.00：升级金卡", "已连续 5 个月消费，再 7 个月：终身会员". */
export function goalText({ goal, done, missing }: GoalState): string {
  const reward = labelText(goal.reward);
  if (missing === 0) return t('goal_reached', reward);
  return goal.what === 'monthSpend'
    ? t('goal_monthSpend', yuanText(missing), reward)
    : t('goal_straightMonths', done, missing, reward);
}

/**
 * "推荐 李** 成交，双方各 ¥50.00，应在 2026-11-29 兑现（已过期）".
 * @param names of customers by id
 */
export function rightText(right: Right, today: number, names: ReadonlyMap<string, string>): string {
  if (right.what === 'trialSeat') return t('right_trialSeatOf', shownNote(right.trial));
  if (right.what === 'longPromise') return t('right_longPromiseOf', shownNote(right.name), yuanText(right.yearlyFen));
  const due = t('right_referralOf', yuanText(right.rewardFen), formatDay(right.dueDay));
  const text = right.dueDay < today ? t('right_overdue', due) : due;
  const friend = names.get(right.friendId ?? '') ?? right.friendName;
  return friend ? t('right_referred', shownName(friend), text) : text;
}

/** "张** 推荐 李**，双方各 ¥50.00，2026-11-29 已付". */
export function paidText({ right, settledAt }: Referral, names: ReadonlyMap<string, string>): string {
  const nameOf = (name: string | null | undefined) => (name ? shownName(name) : t('unnamedBuyer'));
  return t(
    'right_paid',
    nameOf(names.get(right.customerId)),
    nameOf(names.get(right.friendId ?? '') ?? right.friendName),
    yuanText(right.rewardFen),
    formatDay(dayOf(settledAt!)),
  );
}

export function settleWord({ what }: Right): string {
  return t(`right_settle_${what}`);
}
