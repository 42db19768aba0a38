import { expect, test } from 'vitest';
import { attributionRules, reasonGroups } from '../../../lib/rules/service.ts';
import { earlyWarningsOf, recoveryOf } from '../../../lib/service/after-trouble.ts';
import type { DatedTrouble } from '../../../lib/service/mends.ts';

const { labelIds } = attributionRules.quality;

const trouble = (customerId: string | null, at: number, changes: Partial<DatedTrouble> = {}): DatedTrouble => ({
  customerId,
  at,
  reason: { labelId: 'quality' },
  articles: ['青釉杯'],
  carrier: null,
  amountFen: null,
  ...changes,
});

test('came back who bought after the last trouble; a mask is nobody, and a wish no trouble', () => {
  const troubles = [
    trouble('back', 10),
    trouble('between', 10),
    trouble('between', 30),
    trouble('gone', 10),
    trouble(null, 10),
    trouble('wished', 10, { reason: 'wish' }),
  ];
  const bought = new Map([
    ['back', [5, 20]],
    ['between', [5, 20]],
    ['gone', [5, 10]],
    ['wished', [5, 20]],
  ]);
  const { people, cameBack, interval } = recoveryOf(troubles, bought);
  expect([people, cameBack]).toEqual([3, 1]);
  // Wilson's interval of 1 of 3, as tables give it.
  expect(interval!.map((share) => Math.round(share * 1000))).toEqual([61, 792]);
  expect(recoveryOf([], bought)).toEqual({ people: 0, cameBack: 0, interval: null });
});

test('one word of a regular is a warning; of who bought for the first time it is none, nor is what is not about quality', () => {
  const bought = new Map([
    ['regular', [1, 5]],
    ['other', [1, 5]],
    ['later', [5, 20]],
  ]);
  const troubles = [
    trouble('regular', 10),
    trouble('regular', 12, { reason: { labelId: 'qualityDrop' } }),
    trouble('other', 10, { articles: ['青釉杯', '茶巾'] }),
    trouble('later', 10),
    trouble('regular', 10, { reason: { labelId: 'late' }, articles: ['茶盘'] }),
    trouble('regular', 10, { reason: 'unknown', articles: ['茶盘'] }),
  ];
  expect(earlyWarningsOf(troubles, bought, labelIds)).toEqual([
    {
      article: '青釉杯',
      reasons: [
        { id: 'quality', count: 2 },
        { id: 'qualityDrop', count: 1 },
      ],
      customerIds: ['regular', 'other'],
    },
    { article: '茶巾', reasons: [{ id: 'quality', count: 1 }], customerIds: ['other'] },
  ]);
});

test('the reasons that speak of quality are reasons that there are', () => {
  const known = new Set(reasonGroups.flatMap(({ labels }) => labels.map(({ id }) => id)));
  expect(labelIds.filter((id) => !known.has(id))).toEqual([]);
});
