/** Festivals, launches and what playbooks say of when and by whom, in words. */
import type { Due } from '../../lib/actions/day-list.ts';
import type { Playbook } from '../../lib/actions/playbook.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Occasion } from '../../lib/model/occasion.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { minuteText, shortDayText } from './times.ts';

/** "双12 · 12-7 至 12-12", "直播 秋季专场 · 11-29". */
export function occasionText({ kind, label, startAt, endAt }: Occasion): string {
  const name = kind === 'festival' || kind === 'sale' ? labelText(label) : t(`occasion_${kind}`, labelText(label));
  const [first, last] = [shortDayText(startAt), shortDayText(endAt - 1)];
  return first === last ? t('occasion_onDay', name, first) : t('occasion_onDays', name, first, last);
}

/** "今天", "还有 5 天", "进行中，还剩 3 天", "刚结束" with the time. */
export function occasionWhenText({ startAt, endAt }: Occasion, now: number): string {
  const days = dayOf(startAt) - dayOf(now);
  if (days > 0) return t('occasion_in', days);
  if (now >= endAt) return t('occasion_ended', minuteText(endAt, now));
  const left = dayOf(endAt - 1) - dayOf(now);
  return left === 0 ? t('today') : t('occasion_left', left);
}

/** "今天起 3 天内", "今天内"; null for whenever. */
export function withinText({ withinDays }: Pick<Playbook, 'withinDays'>): string | null {
  if (withinDays === null) return null;
  return withinDays === 1 ? t('within_today') : t('within_days', withinDays);
}

/** By when, by whom, at what cost beside an offer, and what must be known of it. */
export function playbookNotes({ withinDays, who, cost, note }: Playbook): string[] {
  const within = withinText({ withinDays });
  return [
    ...(within === null ? [] : [within]),
    t(`who_${who}`),
    ...(cost === 'gift' || cost === 'right' ? [t(`cost_${cost}`)] : []),
    ...(note ? [labelText(note)] : []),
  ];
}

/** What must be known beside the reasons: the occasion, by when, and by whom where it is not just anybody. */
export function taskNotes(playbook: Due & { occasion: Occasion | null }): string[] {
  const { occasion, who } = playbook;
  return [
    ...(occasion ? [occasionText(occasion)] : []),
    ...[withinText(playbook)].filter((text) => text !== null),
    ...(who === 'staff' ? [] : [t(`who_${who}`)]),
  ];
}
