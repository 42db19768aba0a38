/** The first look at a shop: how much of its past was seen, and which past windows can be tried. */
import type { Steps } from '../steps.ts';
import { dataLevel, type DataLevel } from './data-level.ts';
import type { FitContext } from './snapshot.ts';

/** How many days before the last possible one a past window ends. */
const STEPS_BACK_DAYS = [0, 30, 60];

/** A past day from where on the next `horizonDays` are known. */
export interface Cut {
  readonly day: number;
  /** Customers known then who came back in the window. */
  readonly returned: number;
}

/** Plain data. */
export interface Survey {
  readonly asOfDay: number;
  readonly horizonDays: number;
  /** Null without any purchase. */
  readonly firstDay: number | null;
  readonly data: DataLevel;
  /** Newest first; only those at whose cut the shop had data enough for a model. */
  readonly windows: readonly Cut[];
  /** Cuts whose windows were closed at the newest cut: what could be learnt from by then. Newest first. */
  readonly closed: readonly Cut[];
}

export function* survey({ ledger, asOfDay, horizonDays }: FitContext): Steps<Survey> {
  const { size, offsets, days } = ledger;
  let firstDay = Infinity;
  for (let row = 0; row < size; row++)
    if (offsets[row + 1]! > offsets[row]!) firstDay = Math.min(firstDay, days[offsets[row]!]!);
  const isEmpty = firstDay > asOfDay;

  /** Counted as of a day. */
  const seenAt = (day: number) => {
    let [buyers, repeaters, returned] = [0, 0, 0];
    for (let row = 0; row < size; row++) {
      const start = offsets[row]!;
      const stop = offsets[row + 1]!;
      if (stop === start || days[start]! > day) continue;
      let end = stop;
      while (days[end - 1]! > day) end--;
      buyers++;
      if (end - start > 1) repeaters++;
      if (end < stop && days[end]! <= day + horizonDays) returned++;
    }
    return {
      buyers,
      repeaters,
      returned,
      observedDays: isEmpty ? 0 : Math.max(0, day - firstDay + 1),
      windowReturns: [],
    };
  };
  const cutAt = (day: number): Cut[] => {
    const seen = seenAt(day);
    return dataLevel(seen, horizonDays).level === 0 ? [] : [{ day, returned: seen.returned }];
  };

  yield;
  const newest = asOfDay - horizonDays;
  const windows = STEPS_BACK_DAYS.flatMap((back) => cutAt(newest - back));
  yield;
  const closed = windows.filter(({ day }) => day + horizonDays <= newest);
  const { buyers, repeaters, observedDays } = seenAt(asOfDay);
  return {
    asOfDay,
    horizonDays,
    firstDay: isEmpty ? null : firstDay,
    data: dataLevel(
      { buyers, repeaters, observedDays, windowReturns: windows.map(({ returned }) => returned) },
      horizonDays,
    ),
    windows,
    closed: closed.length > 0 ? closed : windows.length > 0 ? cutAt(newest - horizonDays) : [],
  };
}
