import { describe, expect, test } from 'vitest';
import fc from '../../support/fast-check.ts';
import { prevention } from '../../../lib/rules/prevention.ts';
import { attributionRules, reasonGroups } from '../../../lib/rules/service.ts';
import { attribute, carrierNamed, reasonOfCase, type Trouble } from '../../../lib/service/attribution.ts';

const trouble = (reason: string, changes: Partial<Trouble> = {}): Trouble => ({
  customerId: null,
  reason: reason === 'wish' || reason === 'unknown' ? reason : { labelId: reason },
  articles: [],
  carrier: null,
  amountFen: null,
  ...changes,
});
const many = (count: number, reason: string) => Array.from({ length: count }, () => trouble(reason));
const attributed = (troubles: readonly Trouble[]) => attribute(troubles, reasonGroups, attributionRules);
const labels = reasonGroups.flatMap((group) => group.labels.map(({ id }) => id));

describe('the reasons of the platforms', () => {
  test.each(
    attributionRules.caseReasons.flatMap(({ labelId, examples }) => examples.map((text) => [text, labelId] as const)),
  )('%s is %s', (text, labelId) => {
    expect(reasonOfCase(text, attributionRules)).toEqual(labelId === null ? 'wish' : { labelId });
  });

  test.each(['其他', '退货', '已收货售后', null])('%s tells nothing', (text) => {
    expect(reasonOfCase(text, attributionRules)).toBe('unknown');
  });

  test('come to labels that there are', () => {
    expect(attributionRules.caseReasons.filter(({ labelId }) => labelId !== null && !labels.includes(labelId))).toEqual(
      [],
    );
  });
});

describe('carriers', () => {
  const { known, none, labelIds } = attributionRules.carriers;

  test.each(known.flatMap(({ id, examples }) => examples.map((name) => [name, id] as const)))(
    '%s is %s',
    (name, id) => {
      expect(carrierNamed(name, attributionRules)).toBe(id);
    },
  );

  test.each(none)('%s is none', (word) => {
    expect(carrierNamed(`${word}物流`, attributionRules)).toBeNull();
  });

  test('of another name stand for themselves', () => {
    expect(carrierNamed('山里快送', attributionRules)).toBe('山里快送');
  });

  test('may have caused labels that there are', () => {
    expect(labelIds.filter((id) => !labels.includes(id))).toEqual([]);
  });
});

test('what is to be told beforehand is of reasons that there are, one of each', () => {
  const told = prevention.tips.map(({ labelId }) => labelId);
  expect(told.filter((id) => !labels.includes(id))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
});

describe('a month', () => {
  test('counts by kind and reason, the most frequent first; wishes and what nobody knows stand apart', () => {
    const found = attributed([
      ...many(3, 'quality'),
      ...many(2, 'late'),
      trouble('experience', { amountFen: 700 }),
      ...many(4, 'wish'),
      trouble('unknown'),
    ]);
    expect([found.told, found.wishes, found.unknown]).toEqual([6, 4, 1]);
    expect(found.groups.map(({ id, count }) => [id, count])).toEqual([
      ['product', 3],
      ['logistics', 2],
      ['service', 1],
    ]);
    expect(found.labels.map(({ id, cumulated }) => [id, Math.round(cumulated * 100)])).toEqual([
      ['quality', 50],
      ['late', 83],
      ['experience', 100],
    ]);
    expect(found.groups.at(-1)!.amountFen).toBe(700);
  });

  test('counts by carrier what may have happened on the way, with its reasons; the rest is not the carrier’s', () => {
    const byZto = { carrier: '中通快递', amountFen: 500 };
    const found = attributed([
      trouble('late', byZto),
      trouble('late', { carrier: '中通速递' }),
      trouble('damaged', byZto),
      trouble('late', { carrier: '顺丰速运' }),
      trouble('quality', byZto),
      trouble('lost'),
      trouble('lost', { carrier: '无需物流' }),
    ]);
    expect(found.carriers.map(({ id, count, amountFen, reasons }) => [id, count, amountFen, reasons])).toEqual([
      [
        'zto',
        3,
        1000,
        [
          { id: 'late', count: 2 },
          { id: 'damaged', count: 1 },
        ],
      ],
      ['sf', 1, 0, [{ id: 'late', count: 1 }]],
    ]);
    expect([found.carriers[0]!.cumulated, found.carriers[1]!.cumulated]).toEqual([0.75, 1]);
    expect(found.carrierUnknown).toBe(2);
  });

  test('adds up, whatever is in it', () => {
    const arbitrary = fc.array(fc.constantFrom(...labels, 'wish', 'unknown').map((reason) => trouble(reason)));
    fc.assert(
      fc.property(arbitrary, (troubles) => {
        const { told, wishes, unknown, groups, labels: byLabel } = attributed(troubles);
        expect(told + wishes + unknown).toBe(troubles.length);
        for (const counts of [groups, byLabel]) {
          expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(told);
          expect(counts.at(-1)?.cumulated ?? 1).toBe(1);
        }
        for (const { share, interval } of groups) {
          expect(interval[0]).toBeLessThanOrEqual(share);
          expect(interval[1]).toBeGreaterThanOrEqual(share);
        }
      }),
    );
  });

  test('of few says nothing of the usual shares, of many it says where it differs beyond chance (CMP-19)', () => {
    expect(attributed(many(20, 'late')).groups[0]!.usual).toBeNull();
    const verdicts = (product: number, logistics: number, service: number) =>
      Object.fromEntries(
        attributed([...many(product, 'quality'), ...many(logistics, 'late'), ...many(service, 'slowReply')]).groups.map(
          ({ id, usual }) => [id, usual?.verdict],
        ),
      );
    expect(verdicts(45, 35, 20)).toEqual({ product: 'alike', logistics: 'alike', service: 'alike' });
    expect(verdicts(80, 15, 5)).toEqual({ product: 'more', logistics: 'less', service: 'less' });
  });

  test('has a hot spot where one article troubles for one reason again and again, with whom to tell', () => {
    const cup = { articles: ['青釉杯'] };
    const { hotSpots } = attributed([
      trouble('damaged', { ...cup, customerId: 'a', carrier: '韵达快递' }),
      trouble('damaged', { ...cup, customerId: 'a', carrier: '韵达' }),
      trouble('damaged', { ...cup, customerId: 'b' }),
      trouble('late', cup),
      trouble('quality', { articles: ['竹篮'] }),
    ]);
    const carriers = [{ id: 'yunda', count: 2 }];
    expect(hotSpots).toEqual([{ article: '青釉杯', labelId: 'damaged', count: 3, carriers, customerIds: ['a', 'b'] }]);
  });
});
