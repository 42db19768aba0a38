import { describe, expect, test } from 'vitest';
import { bandScales, eventTierGroups, lifecycle, thresholds, tiers } from '../../../lib/rules/tiers.ts';

/** Every threshold that some line stands at. */
const used = new Set<string>();
JSON.parse(JSON.stringify([tiers, bandScales, lifecycle, eventTierGroups]), (key, value: { id: string }) => {
  if (key === 'threshold') used.add(value.id);
  return value;
});

test('every threshold is used, and has a name of its own', () => {
  expect(thresholds.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  expect(new Set(thresholds.map(({ id }) => id)).size).toBe(thresholds.length);
  for (const language of ['zh', 'en'] as const)
    expect(new Set(thresholds.map(({ label }) => label[language])).size).toBe(thresholds.length);
});

describe.each(thresholds)('threshold $id', ({ min, max, step, default: preset, source }) => {
  test('can be reached step by step', () => {
    const isReached = (value: number) => Math.abs((value - min) / step - Math.round((value - min) / step)) < 1e-6;
    expect([max, preset ?? max].map(isReached)).toEqual([true, true]);
  });

  test('names the rule behind its default, or says that it is ours', () => {
    for (const rule of source) expect(rule).toMatch(/^((SEG|CHN)-\d{2}|ours)$/);
  });
});

test.each([
  ['SEG-01', 'newCustomer'],
  ['SEG-02', 'activeReturning'],
  ['SEG-03', 'highValue'],
  ['SEG-12', 'silent'],
  ['SEG-13', 'frequent'],
  ['SEG-15', 'reactivated'],
  ['SEG-24', 'highValue'],
  ['SEG-25', 'potential'],
  ['SEG-26', 'dormant'],
  ['SEG-27', 'lost'],
  ['SEG-32', 'dormantLight'],
  ['SEG-35', 'highValue'],
  ['CHN-01', 'churnAlert'],
])('%s is a line of %s', (source, tierId) => {
  const tier = tiers.find(({ id }) => id === tierId)!;
  expect(tier.variants.flatMap((variant) => variant.source)).toContain(source);
});

test.each([
  ['lostDays', 365],
  ['dormantDays', 180],
  ['dormantLightDays', 90],
  ['silentFromDays', 30],
  ['silentToDays', 90],
  ['activeDays', 90],
  ['newDays', 30],
  ['churnCycles', 2],
  ['highValueDays', 90],
  ['highValuePurchases', 4],
  ['highValueRatio', 1.3],
  ['highValueStrictPurchases', 5],
  ['highValueStrictRatio', 2],
  ['highValueAverageFen', 50_000],
  ['eventAverageFen', 50_000],
  ['eventStockerPieces', 5],
  ['eventTasterPieces', 2],
])('%s is %d unless the shop says otherwise', (id, value) => {
  expect(thresholds.find((threshold) => threshold.id === id)!.default).toBe(value);
});

test('bands of a scale and tiers of an event have names of their own', () => {
  for (const names of [...bandScales.map(({ bands }) => bands), ...eventTierGroups.map((group) => group.tiers)])
    expect(new Set(names.map(({ id }) => id)).size).toBe(names.length);
});
