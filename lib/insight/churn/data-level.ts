/**
 * How much may be said of a shop's customers, by how much of their past was seen. 0: cycles in words. 1: health bands from one
 * model, no percentages. 2: chances as the average of three models. 3: also what past windows taught.
 */

export type Level = 0 | 1 | 2 | 3;

export interface SeenData {
  /** Customers with a purchase. */
  readonly buyers: number;
  /** Customers with a purchase on a second day. */
  readonly repeaters: number;
  /** Days from the first purchase in the ledger to the last day seen, both counted. */
  readonly observedDays: number;
  /** Per past window: customers who came back in it. */
  readonly windowReturns: readonly number[];
}

/** What the next level still needs; how many more of each. */
export type Missing = Partial<Record<'buyers' | 'repeaters' | 'observedDays' | 'pastWindows', number>>;

export interface DataLevel extends SeenData {
  readonly level: Level;
  /** Empty at the highest level. */
  readonly missing: Missing;
}

/** Below this no model is fitted. */
export const BANDS = { buyers: 50, repeaters: 20, observedDays: 60 };
const CHANCES = { buyers: 500, repeaters: 100, observedDays: 180 };
/** Instead of `CHANCES.observedDays`: so many horizons. */
const CHANCES_HORIZONS = 3;
const TAUGHT_WINDOWS = 2;
const TAUGHT_RETURNS = 50;

export function dataLevel(seen: SeenData, horizonDays: number): DataLevel {
  const taught = seen.windowReturns.filter((returned) => returned >= TAUGHT_RETURNS).length;
  const needs: readonly Missing[] = [
    lacking(seen, BANDS),
    lacking(seen, { ...CHANCES, observedDays: Math.min(CHANCES.observedDays, CHANCES_HORIZONS * horizonDays) }),
    taught >= TAUGHT_WINDOWS ? {} : { pastWindows: TAUGHT_WINDOWS - taught },
  ];
  const stop = needs.findIndex((missing) => Object.keys(missing).length > 0);
  return { ...seen, level: (stop === -1 ? 3 : stop) as Level, missing: needs[stop] ?? {} };
}

function lacking(seen: SeenData, needed: typeof BANDS): Missing {
  const names = ['buyers', 'repeaters', 'observedDays'] as const;
  return Object.fromEntries(
    names.filter((name) => seen[name] < needed[name]).map((name) => [name, needed[name] - seen[name]]),
  );
}
