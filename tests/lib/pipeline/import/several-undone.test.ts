import { describe, expect, test } from 'vitest';
import type { AfterSale } from '../../../../lib/model/after-sale.ts';
import { buyerOfKey, type Buyer } from '../../../../lib/model/identity.ts';
import type { Order, OrderStatus } from '../../../../lib/model/order.ts';
import { ownIdOf } from '../../../../lib/model/link.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import { beginImport, dismissImport, endImport } from '../../../../lib/pipeline/import/import-job.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import fc from '../../../support/fast-check.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import {
  everything,
  importedOrder,
  makeStart,
  portionsOf,
  putPortion,
  undoWhole,
  WRITTEN_AT,
  type FileContent,
} from '../../../support/make-import.ts';
import { knownAs } from '../../../support/make-links.ts';
import { makeItem, makeOrder, masked, PLACED_AT, probable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';

const HINTS = [{ kind: 'name' as const, value: '木木家' }];

/** What a seller does, one thing after the other; a file is named by its place in the list. */
type Step =
  | { do: 'portion' | 'end' | 'undo' | 'dismiss'; file: number }
  | { do: 'page'; orders: readonly Order[]; afterSales?: readonly AfterSale[] };

/** Has the steps happen, but for those of files that are left out. @returns what is in the store then */
async function after(files: readonly FileContent[], steps: readonly Step[], leftOut: ReadonlySet<number> = new Set()) {
  const { db, ids, takeIn } = await openPipeline();
  const imports = new Map<number, { importId: string; next: number }>();
  for (const [index, step] of steps.entries()) {
    if (step.do === 'page') {
      await takeIn(
        makeReport(step.orders, {
          platform: 'taobao',
          shopHints: HINTS,
          observedAt: WRITTEN_AT + index * DAY_MS,
          afterSales: [...(step.afterSales ?? [])],
        }),
      );
      continue;
    }
    const { file } = step;
    if (leftOut.has(file)) continue;
    const [shop] = await db.shops.toArray();
    const start = makeStart({
      platform: 'taobao',
      kind: 'taobao-orders',
      shop: shop ? { shopId: shop.shopId } : { name: '木木家' },
      file: { ...makeStart().file, fingerprint: `${'0a'.repeat(16)}-${file}` },
      writtenAt: WRITTEN_AT + file * DAY_MS,
    });
    const known = imports.get(file) ?? {
      importId: (await beginImport(db, start, WRITTEN_AT + 90 * DAY_MS)).importId,
      next: 0,
    };
    imports.set(file, known);
    const portion = portionsOf(known.importId, files[file]!, 2)[known.next];
    if (step.do === 'portion' && portion) await putPortion(db, ids, portion);
    if (step.do === 'portion') known.next += 1;
    if (step.do === 'end') await endImport(db, known.importId);
    if (step.do === 'undo') await undoWhole(db, known.importId);
    if (step.do === 'dismiss') await dismissImport(db, known.importId);
  }
  return db;
}

/** All that is said of orders, buyers, cases and days, and which orders are one buyer's; not when it was said last. */
async function said(db: LiukeDatabase): Promise<unknown> {
  const { orders, afterSales, customers, coverage, nameCounts } = await everything(db);
  const byChance = new Set(['fromFile', 'customerId', 'ownId', 'nickId', 'shopId']);
  const times = new Set(['seenAt', 'statusSeenAt', 'refundSeenAt', 'endedBetween']);
  const shops = await db.shops.toArray();
  const sorted = (rows: unknown[] = []) =>
    rows
      .map((row) =>
        JSON.stringify(row, (key, value: unknown) => {
          if (times.has(key)) return undefined;
          if (byChance.has(key)) return value === null ? null : 'some';
          return typeof value === 'string'
            ? shops.reduce((text, { shopId }) => text.replace(shopId, 'shop'), value)
            : value;
        }),
      )
      .toSorted();
  const owned = Map.groupBy(await db.orders.toArray(), ownIdOf);
  const ofOneBuyer = [...owned].flatMap(([own, theirs]) => (own === null ? [] : [theirs.map(({ id }) => id).join()]));
  const noOrders = (
    coverage as { asOfDay: number; spans: unknown[]; ordersByDay: object; maskedOrders: number }[]
  ).filter((record) => record.asOfDay > 0 || record.spans.length > 0 || Object.keys(record.ordersByDay).length > 0);
  return {
    orders: sorted(orders),
    afterSales: sorted(afterSales),
    customers: sorted(customers),
    coverage: sorted(noOrders),
    nameCounts: sorted(nameCounts),
    ofOneBuyer: ofOneBuyer.toSorted(),
    shops: shops.length,
  };
}

/** The files that are taken back in the end. */
function undoneBy(steps: readonly Step[]): Set<number> {
  const dismissed = new Set<number>();
  const undone = new Set<number>();
  for (const step of steps) {
    if (step.do === 'dismiss' && !undone.has(step.file)) dismissed.add(step.file);
    if (step.do === 'undo' && !dismissed.has(step.file)) undone.add(step.file);
  }
  return undone;
}

async function expectAsIfNeverThere(files: readonly FileContent[], steps: readonly Step[]): Promise<void> {
  const found = await said(await after(files, steps));
  expect(found).toEqual(await said(await after(files, steps, undoneBy(steps))));
}

const whole = (file: number): Step[] => [
  { do: 'portion', file },
  { do: 'portion', file },
  { do: 'end', file },
];
const undo = (file: number): Step => ({ do: 'undo', file });
const [A, B] = [0, 1];

const ofId = (index: number) => String(3_400_000_000_000_000 + index);
const order = (index: number, changes: Partial<Order> = {}) =>
  makeOrder({ orderId: ofId(index), buyer: probable(`买家${index}`), ...changes });
const earlier = {
  orders: [0, 1, 2].map((index) => importedOrder(order(index, { paidAt: PLACED_AT + 1000 }), { refundedFen: 500 })),
};
const later = {
  orders: [1, 2, 3].map((index) => importedOrder(order(index, { status: 'completed' }), { refundedFen: 900 })),
};

/** A page of the shop, which is known before the files then. */
const seen: Step = { do: 'page', orders: [order(9)] };

describe('of two files that tell of the same orders', () => {
  test('the later one stays whole when the earlier one is taken back', async () => {
    const db = await after([earlier, later], [...whole(A), ...whole(B), undo(A)]);
    const kept = { status: 'completed', refundedFen: 900, paidAt: null };
    expect(await db.orders.toArray()).toMatchObject([1, 2, 3].map((index) => ({ orderId: ofId(index), ...kept })));
  });

  test.each([
    ['the earlier one first', [undo(A), undo(B)]],
    ['the later one first', [undo(B), undo(A)]],
  ])('nothing is left when both are taken back, %s', async (_, undoes) => {
    const db = await after([earlier, later], [...whole(A), ...whole(B), ...undoes]);
    for (const table of [db.orders, db.customers, db.coverage, db.nameCounts, db.shops, db.jobs, db.undoSteps])
      expect(await table.count()).toBe(0);
  });

  test('what both say alike stays as long as one of them is there', async () => {
    const db = await after([earlier, earlier], [...whole(A), ...whole(B), undo(A)]);
    expect(await db.orders.count()).toBe(3);
  });

  test.each([
    ['the earlier one', A, { status: 'completed', refundedFen: 900 }],
    ['the later one', B, { status: 'shipped', refundedFen: 500 }],
  ])('what a page showed in between is kept without %s', async (_, file, kept) => {
    const page: Step = { do: 'page', orders: [order(1, { status: 'shipped' })] };
    const steps = [seen, ...whole(A), page, ...whole(B), undo(file)];
    expect(await (await after([earlier, later], steps)).orders.get(`taobao:${ofId(1)}`)).toMatchObject(kept);
    await expectAsIfNeverThere([earlier, later], steps);
  });

  test('that come in by turns, each goes alone', async () => {
    const turns: Step[] = [A, B, A, B].map((file) => ({ do: 'portion', file }));
    for (const file of [A, B])
      await expectAsIfNeverThere([earlier, later], [...turns, { do: 'end', file: B }, undo(file)]);
  });

  test('the days of the other one, and of pages, stay seen', async () => {
    const dayLater = (index: number) => order(index, { placedAt: PLACED_AT + index * DAY_MS });
    const files = [0, 2].map((from) => ({ orders: [from, from + 1].map((index) => importedOrder(dayLater(index))) }));
    for (const undoes of [[undo(A)], [undo(B)], [undo(A), undo(B)]])
      await expectAsIfNeverThere(files, [
        seen,
        ...whole(A),
        { do: 'page', orders: [dayLater(5)] },
        ...whole(B),
        ...undoes,
      ]);
  });
});

/** One who is known by uid and nick, by the nick alone, and by a mask. */
const anna: Buyer = knownAs('温柔的风');
const buyers: readonly Buyer[] = [anna, masked, probable('晴天'), probable('温柔的风'), buyerOfKey('2208100000002')];

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

test('whatever came in whichever order, what is taken back is as if it had never been there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFile, { minLength: 3, maxLength: 3 }),
      fc.array(anyStep, { minLength: 4, maxLength: 14 }),
      async (files, steps) => {
        // A file that was taken back, or is finished with, does not come again.
        const over = new Set<number>();
        const ended = new Set<number>();
        const possible = steps.filter((step) => {
          if (step.do === 'page') return true;
          if (over.has(step.file) || (ended.has(step.file) && step.do === 'portion')) return false;
          if (step.do === 'end') ended.add(step.file);
          if (step.do === 'dismiss' && !ended.has(step.file)) return false;
          if (step.do === 'undo' || step.do === 'dismiss') over.add(step.file);
          return true;
        });
        const first = made({ number: 5, status: 'unpaid', paidAt: null, isMasked: false, refundedFen: null });
        await expectAsIfNeverThere(files, [{ do: 'page', orders: [first] }, ...possible]);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);
