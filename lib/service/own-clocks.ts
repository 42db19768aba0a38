/** The clocks' rules with the minutes that a shop set for itself, and how slow it may not be. */
import type { Platform } from '../model/platform.ts';
import type { ClockRule } from './clock-schema.ts';

export interface ClockBound {
  minutes: number;
  /** What says so; of several that hold the strictest. */
  why: ClockRule['most'][number]['why'];
}

/** How slow a shop of that platform may at most be. */
export function clockBound({ most }: ClockRule, platform: Platform): ClockBound {
  const [strictest] = most
    .filter((one) => one.platform === null || one.platform === platform)
    .toSorted((a, b) => a.minutes - b.minutes);
  return strictest ?? most[0]!;
}

/** Whole minutes, one at least. */
export function isAllowed(minutes: number, rule: ClockRule, platform: Platform): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= clockBound(rule, platform).minutes;
}

/** @param own by the rule's id; what is not allowed is passed over */
export function withOwnMinutes(
  rules: readonly ClockRule[],
  own: Readonly<Record<string, number>>,
  platform: Platform,
): ClockRule[] {
  return rules.map((rule) => {
    const minutes = own[rule.id];
    return minutes !== undefined && isAllowed(minutes, rule, platform) ? { ...rule, minutes } : rule;
  });
}
