import { describe, expect, test } from 'vitest';
import { ownIdOf } from '../../../../lib/model/link.ts';
import { DAY_MS } from '../../../../lib/model/shanghai-time.ts';
import {
  A,
  after,
  anna,
  B,
  expectAsIfNeverThere,
  namesake,
  ofId,
  order,
  undo,
  whole,
  type Step,
} from '../../../support/import-steps.ts';
import { importedOrder } from '../../../support/make-import.ts';
import { makeItem, masked, PLACED_AT, probable } from '../../../support/make-order.ts';

const earlier = {
  orders: [0, 1, 2].map((index) => importedOrder(order(index, { paidAt: PLACED_AT + 1000 }), { refundedFen: 500 })),
};
const later = {
  orders: [1, 2, 3].map((index) => importedOrder(order(index, { status: 'completed' }), { refundedFen: 900 })),
};

/** A page of the shop, which is known before the files then. */
const seen: Step = { do: 'page', orders: [order(9)] };

describe('a nick that two have', () => {
  const byNick: Step = { do: 'page', orders: [order(3, { buyer: probable('温柔的风') })] };
  const [one, other] = [anna, namesake].map((buyer, index) => order(index, { buyer }));
  const ofOther = { orders: [importedOrder(other!)] };

  test('stands for nobody: the order of the nick alone is not the first one’s any more when the second one is met', async () => {
    const db = await after([ofOther], [{ do: 'page', orders: [one!] }, byNick, ...whole(A)]);
    expect(new Set((await db.orders.toArray()).map(ownIdOf)).size).toBe(3);
  });

  test('stands for the one who is left when the file with the other one is taken back', async () => {
    const steps: Step[] = [{ do: 'page', orders: [one!] }, ...whole(A), byNick, undo(A)];
    expect(new Set((await (await after([ofOther], steps)).orders.toArray()).map(ownIdOf)).size).toBe(1);
    await expectAsIfNeverThere([ofOther], steps);
  });
});

test('what one of them was told by, though joined then, goes by the nick again when told by others', async () => {
  const files = [
    {
      orders: [order(3, { buyer: probable('温柔的风') }), order(0, { buyer: anna })].map((each) => importedOrder(each)),
    },
    { lines: [{ orderId: ofId(3), items: [makeItem({ title: '一' }), makeItem({ title: '二' })] }] },
  ];
  const page: Step = { do: 'page', orders: [order(5, { buyer: namesake }), order(3, { buyer: masked })] };
  await expectAsIfNeverThere(files, [
    { do: 'page', orders: [order(4)] },
    { do: 'portion', file: A },
    page,
    { do: 'portion', file: B },
    undo(B),
  ]);
});

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
