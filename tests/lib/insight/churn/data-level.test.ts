import { expect, test } from 'vitest';
import { dataLevel, type SeenData } from '../../../../lib/insight/churn/data-level.ts';

const plenty: SeenData = { buyers: 5000, repeaters: 1000, observedDays: 400, windowReturns: [80, 70, 60] };
const levelOf = (changes: Partial<SeenData>, horizonDays = 60) => {
  const { level, missing } = dataLevel({ ...plenty, ...changes }, horizonDays);
  return { level, missing };
};

test.each([
  [{}, 3, {}],
  [{ windowReturns: [80, 49, 50] }, 3, {}],
  [{ windowReturns: [80, 49, 49] }, 2, { pastWindows: 1 }],
  [{ windowReturns: [] }, 2, { pastWindows: 2 }],
  [{ buyers: 500, repeaters: 100, observedDays: 180 }, 3, {}],
  [{ buyers: 499 }, 1, { buyers: 1 }],
  [{ repeaters: 99, observedDays: 179 }, 1, { repeaters: 1, observedDays: 1 }],
  [{ buyers: 50, repeaters: 20, observedDays: 60 }, 1, { buyers: 450, repeaters: 80, observedDays: 120 }],
  [{ buyers: 49 }, 0, { buyers: 1 }],
  [{ repeaters: 19 }, 0, { repeaters: 1 }],
  [{ observedDays: 59 }, 0, { observedDays: 1 }],
  [{ buyers: 10, repeaters: 2, observedDays: 0 }, 0, { buyers: 40, repeaters: 18, observedDays: 60 }],
] as const)('%j is level %i', (changes, level, missing) => {
  expect(levelOf(changes)).toEqual({ level, missing });
});

test('three short horizons are history enough for chances', () => {
  expect(levelOf({ observedDays: 90 }, 30).level).toBe(3);
  expect(levelOf({ observedDays: 89 }, 30)).toEqual({ level: 1, missing: { observedDays: 1 } });
});
