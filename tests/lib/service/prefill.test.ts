import { describe, expect, test } from 'vitest';
import { prefilled } from '../../../lib/service/prefill.ts';

const NOW = Date.parse('2026-08-06T10:00:00+08:00');
const order = (orderId: string, daysAgo: number) => ({ orderId, placedAt: NOW - daysAgo * 86_400_000 });
const oneCase = (caseId: string) => ({ caseId, orderId: `${caseId}9`, refundFen: 1_290 });
const nothing = { caseId: null, orderId: null, amountFen: null };

describe('a work order of a customer is about', () => {
  test.each([
    [
      'the one case that waits, with its amount',
      [oneCase('1000000001')],
      [order('1', 2)],
      {
        caseId: '1000000001',
        orderId: '10000000019',
        amountFen: 1_290,
      },
    ],
    ['the one order of the last thirty days', [], [order('1', 30), order('2', 31)], { ...nothing, orderId: '1' }],
    ['nothing where two cases wait', [oneCase('1000000001'), oneCase('1000000002')], [order('1', 2)], nothing],
    ['nothing where two orders are of late', [], [order('1', 2), order('2', 3)], nothing],
    ['nothing where all orders are old', [], [order('1', 45)], nothing],
  ])('%s', (_, cases, orders, about) => {
    expect(prefilled(cases, orders, NOW)).toEqual(about);
  });
});
