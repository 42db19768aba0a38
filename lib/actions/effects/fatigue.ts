/** How often is too often: what came of the first, second, … time that a customer was turned to within 30 days. */
import { shareInterval } from '../../model/share-interval.ts';
import { DAY_MS } from '../../model/shanghai-time.ts';

/** Days over which approaches are counted, this one included. */
export const FATIGUE_WINDOW_DAYS = 30;
/** A purchase within so many days after it counts as one that followed. */
export const ANSWER_DAYS = 7;
/** From here on all are one. */
const MOST_COUNTED = 5;
/** A share of fewer is chance. */
export const MIN_APPROACHES = 30;

/** One time that somebody of the shop turned to a customer of their own accord. */
export interface Approach {
  customerId: string;
  /** Epoch ms. */
  at: number;
  /** Whether a purchase followed; null while its days are not over, or were not looked at. */
  isFollowed: boolean | null;
}

export interface FatiguePoint {
  /** Which one within 30 days: 1 for the first; the last stands for all later ones, too. */
  nth: number;
  isLast: boolean;
  /** Whose days are over. */
  approaches: number;
  followed: number;
  /** Of the share that followed, 95 %; null of fewer than `MIN_APPROACHES`. */
  interval: readonly [low: number, high: number] | null;
}

/** @param approaches of all customers, in any order */
export function fatigueCurve(approaches: readonly Approach[]): FatiguePoint[] {
  const points = Array.from({ length: MOST_COUNTED }, (_, at) => ({ nth: at + 1, approaches: 0, followed: 0 }));
  for (const theirs of Map.groupBy(approaches, ({ customerId }) => customerId).values()) {
    const byTime = theirs.toSorted((a, b) => a.at - b.at);
    for (const [place, { at, isFollowed }] of byTime.entries()) {
      if (isFollowed === null) continue;
      const before = byTime.slice(0, place).filter((one) => at - one.at < FATIGUE_WINDOW_DAYS * DAY_MS).length;
      const point = points[Math.min(before, MOST_COUNTED - 1)]!;
      point.approaches += 1;
      point.followed += Number(isFollowed);
    }
  }
  return points.map((point) => ({
    ...point,
    isLast: point.nth === MOST_COUNTED,
    interval: point.approaches < MIN_APPROACHES ? null : shareInterval(point.followed, point.approaches),
  }));
}
