/** Any files, pages and undoes, in any order, with and without a lock: what is taken back leaves nothing, and takes nothing along. */
import { test } from 'vitest';
import { buyerOfKey, type Buyer } from '../../../../lib/model/identity.ts';
import type { Order, OrderStatus } from '../../../../lib/model/order.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import fc from '../../../support/fast-check.ts';
import { anna, expectAsIfNeverThere, namesake, ofId, order, type Step } from '../../../support/import-steps.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { importedOrder, type FileContent } from '../../../support/make-import.ts';
import { makeItem, masked, PLACED_AT, probable } from '../../../support/make-order.ts';

const buyers: readonly Buyer[] = [
  anna,
  masked,
  probable('晴天'),
  probable('温柔的风'),
  buyerOfKey('2208100000002'),
  namesake,
];

const anyOrder = fc.record({
  number: fc.nat({ max: 5 }),
  status: fc.constantFrom<OrderStatus>('unpaid', 'paid', 'shipped', 'completed'),
  paidAt: fc.constantFrom(null, PLACED_AT + 1000),
  isMasked: fc.boolean(),
  refundedFen: fc.constantFrom(null, 0, 1500, 4000),
});
type AnyOrder = typeof anyOrder extends fc.Arbitrary<infer Value> ? Value : never;
const made = ({ number, status, paidAt, isMasked }: AnyOrder): Order =>
  order(number, {
    status,
    paidAt,
    placedAt: PLACED_AT + number * DAY_MS,
    buyer: isMasked ? masked : buyers[number % buyers.length]!,
  });
const someOrders = fc.uniqueArray(anyOrder, { selector: ({ number }) => number, maxLength: 4 });
const anyCase = fc
  .record({
    number: fc.nat({ max: 5 }),
    status: fc.constantFrom('open' as const, 'refunded' as const, 'closed' as const),
  })
  .map(({ number, status }) =>
    makeAfterSale({ caseId: `20000${number}`, orderId: ofId(number), status, refundFen: 700 }),
  );
const someCases = fc.uniqueArray(anyCase, { selector: ({ caseId }) => caseId, maxLength: 3 });
const anyFile: fc.Arbitrary<FileContent> = fc.oneof(
  {
    weight: 4,
    arbitrary: someOrders.map((rows) => ({
      orders: rows.map((row) => importedOrder(made(row), { refundedFen: row.refundedFen })),
    })),
  },
  { weight: 1, arbitrary: someCases.map((afterSales) => ({ afterSales })) },
  {
    weight: 1,
    arbitrary: someOrders.map((rows) => ({
      lines: rows.map(({ number }) => ({
        orderId: ofId(number),
        items: [makeItem({ title: '一' }), makeItem({ title: '二' })],
      })),
    })),
  },
);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('portion' as const), file: fc.nat({ max: 2 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('end' as const, 'undo' as const, 'dismiss' as const),
      file: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(someOrders, someCases)
      .map(([rows, afterSales]) => ({ do: 'page' as const, orders: rows.map(made), afterSales })),
  },
);

const turnOfLock = fc.record({ do: fc.constantFrom('close' as const, 'open' as const) });

test.each([
  ['whatever came in whichever order', false, 30],
  ['also where names are sealed, and the lock closed and opened on the way', true, 10],
])(
  '%s, what is taken back is as if it had never been there',
  async (_, hasLock, numRuns) => {
    const someStep = hasLock
      ? fc.oneof({ weight: 5, arbitrary: anyStep }, { weight: 2, arbitrary: turnOfLock })
      : anyStep;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFile, { minLength: 3, maxLength: 3 }),
        fc.array(someStep, { minLength: 4, maxLength: 14 }),
        async (files, steps) => {
          // A file that was taken back, or is finished with, does not come again.
          const over = new Set<number>();
          const ended = new Set<number>();
          const possible = steps.filter((step) => {
            if (!('file' in step)) return true;
            if (over.has(step.file) || (ended.has(step.file) && step.do === 'portion')) return false;
            if (step.do === 'end') ended.add(step.file);
            if (step.do === 'dismiss' && !ended.has(step.file)) return false;
            if (step.do === 'undo' || step.do === 'dismiss') over.add(step.file);
            return true;
          });
          const first = made({ number: 4, status: 'unpaid', paidAt: null, isMasked: false, refundedFen: null });
          await expectAsIfNeverThere(files, [{ do: 'page', orders: [first] }, ...possible], hasLock);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? numRuns) },
    );
  },
  120_000,
);
