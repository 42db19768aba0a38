import { describe, expect, test } from 'vitest';
import { evidenceOf, type SeenSince } from '../../../lib/service/kept-evidence.ts';
import type { DuePromise } from '../../../lib/service/promises.ts';

const MADE = Date.parse('2026-08-06T10:00:00+08:00');
const at = (minutes: number) => MADE + minutes * 60_000;
const promise = (what: DuePromise['what']): DuePromise => ({
  promiseId: 'e1',
  what,
  dueAt: at(600),
  madeAt: MADE,
  customerId: 'one',
  workOrderId: null,
  isHeard: false,
  outcome: 'open',
});
const nothing: SeenSince = { orders: [], cases: [], answersAt: [], stepsAt: [] };
const order = (status: SeenSince['orders'][number]['status'], minutes: number) => ({
  orderId: '31',
  status,
  seenAt: at(minutes),
});
const evidence = (what: DuePromise['what'], seen: Partial<SeenSince>) =>
  evidenceOf(promise(what), { ...nothing, ...seen });

describe('for a promise speaks', () => {
  test.each<[string, DuePromise['what'], Partial<SeenSince>, object]>([
    [
      'to send: an order seen as shipped since',
      'dispatch',
      { orders: [order('shipped', 90), order('shipped', 60)] },
      { because: 'shipped', orderId: '31', at: at(60) },
    ],
    [
      'to refund: a case seen as refunded since',
      'refund',
      { cases: [{ orderId: '31', status: 'refunded', seenAt: at(60) }] },
      { because: 'refunded', orderId: '31', at: at(60) },
    ],
    ['to answer: another message since', 'answer', { answersAt: [at(1), at(60)] }, { because: 'answered', at: at(60) }],
    ['to act: a step of a work order since', 'act', { stepsAt: [at(-5), at(60)] }, { because: 'stepped', at: at(60) }],
  ])('%s', (_, what, seen, expected) => {
    expect(evidence(what, seen)).toEqual(expected);
  });

  test.each<[string, DuePromise['what'], Partial<SeenSince>]>([
    ['what was shipped before', 'dispatch', { orders: [order('shipped', -60)] }],
    [
      'what was shipped before and is looked at again',
      'dispatch',
      { orders: [{ ...order('shipped', 60), statusSeenAt: at(-60) }] },
    ],
    ['what is paid alone', 'dispatch', { orders: [order('paid', 60)] }],
    [
      'what was refunded before and is looked at again',
      'refund',
      { cases: [{ orderId: '31', status: 'refunded', seenAt: at(60), endedBetween: [at(-90), at(-60)] }] },
    ],
    ['a case that goes on', 'refund', { cases: [{ orderId: '31', status: 'open', seenAt: at(60) }] }],
    ['the message that promised', 'answer', { answersAt: [at(0), at(1)] }],
    ['something else than was promised', 'refund', { orders: [order('shipped', 60)], answersAt: [at(60)] }],
  ])('not %s', (_, what, seen) => {
    expect(evidence(what, seen)).toBeNull();
  });
});
