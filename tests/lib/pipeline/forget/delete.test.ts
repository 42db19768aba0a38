import { describe, expect, test } from 'vitest';
import { beginDeletingShop, resumeDeletingShops } from '../../../../lib/pipeline/forget/delete-shop.ts';
import { deleteStore, endDeletingStore, isDeletingStore } from '../../../../lib/pipeline/forget/delete-store.ts';
import { forgetCustomer } from '../../../../lib/pipeline/forget/forget-customer.ts';
import { maintain } from '../../../../lib/pipeline/maintain.ts';
import { recordLabelOwners } from '../../../../lib/pipeline/record-label-owners.ts';
import { recordMend } from '../../../../lib/pipeline/record-mend.ts';
import { recordOwnNumbers } from '../../../../lib/pipeline/record-numbers.ts';
import { recordContact, recordShopRules, undoEvent } from '../../../../lib/pipeline/record-event.ts';
import { recordRight, recordRightSettled } from '../../../../lib/pipeline/record-practice.ts';
import { startTrial, stopTrial } from '../../../../lib/pipeline/run-trials.ts';
import { openShopLinter } from '../../../../lib/pipeline/shop-linter.ts';
import type { CustomerIds } from '../../../../lib/pipeline/customer-id.ts';
import type { LiukeDatabase } from '../../../../lib/store/database.ts';
import { makeAfterSale } from '../../../support/make-after-sale.ts';
import { makeContact } from '../../../support/make-contact.ts';
import { everything, importedOrder, importWhole } from '../../../support/make-import.ts';
import { makeOrder, makeOrders, PLACED_AT, stable } from '../../../support/make-order.ts';
import { makeReport } from '../../../support/make-report.ts';
import { makeTrial } from '../../../support/make-trial.ts';
import { openPipeline } from '../../../support/open-pipeline.ts';
import { readColumns } from '../../../support/read-columns.ts';
import { afterDeathOf } from '../../../support/test-database.ts';
import { tracesOf } from '../../../support/traces.ts';

const NOW = PLACED_AT + 86_400_000;
const ofOther = { shopHints: [{ kind: 'account' as const, value: 'shop_b' }] };

/** The shop `shop_a` with six customers, a case, contacts, rules and an import, beside the shop `shop_b` with four. */
async function twoShops() {
  const pipeline = await openPipeline();
  const { db, takeIn } = pipeline;
  await takeIn(
    makeReport(
      makeOrders(4, (index) => ({ orderId: `77${index}`, buyer: stable(`other_${index}`) })),
      ofOther,
    ),
  );
  const [other] = await db.shops.toArray();
  await maintain(db, NOW);
  const before = await everything(db);
  const orders = makeOrders(6);
  await takeIn(makeReport(orders));
  const shop = (await db.shops.toArray()).find(({ shopId }) => shopId !== other!.shopId)!;
  const afterSales = [makeAfterSale({ orderId: orders[0]!.orderId })];
  await takeIn(makeReport([], { page: 'after-sale-list', afterSales }));
  const { customerId } = (await db.customers.where('shopId').equals(shop.shopId).first())!;
  await undoEvent(db, await recordContact(db, makeContact({ customerId }), NOW), NOW);
  await undoEvent(db, await recordShopRules(db, { shopId: shop.shopId, content: null }, NOW), NOW);
  const trial = makeTrial({ shopId: shop.shopId });
  await startTrial(db, openShopLinter(db), trial, NOW);
  await stopTrial(db, { trialId: trial.trialId, difference: null }, NOW);
  await recordRight(
    db,
    {
      rightId: 'r1',
      shopId: shop.shopId,
      right: { what: 'longPromise', customerId: null, name: '年检', yearlyFen: 100 },
    },
    NOW,
  );
  await recordRightSettled(db, { rightId: 'r1' }, NOW);
  const cause = { article: '青釉杯', labelId: 'damaged', carrier: null };
  await recordMend(db, { mendId: 'm1', shopId: shop.shopId, cause, mendedAt: NOW, by: '小李' }, NOW);
  await recordOwnNumbers(
    db,
    [{ shopId: shop.shopId, rule: { what: 'contactLimits' }, numbers: { minGapHours: 48 } }],
    NOW,
  );
  await recordLabelOwners(db, { shopId: shop.shopId, owners: { labels: { late: '小陈' }, groups: {} } }, NOW);
  await importWhole(
    db,
    { orders: [importedOrder(makeOrder({ orderId: '991', buyer: stable('of_file') }))] },
    { shop: { shopId: shop.shopId } },
  );
  await maintain(db, NOW);
  return { ...pipeline, shopId: shop.shopId, otherId: other!.shopId, before };
}

async function deleteShop(db: LiukeDatabase, ids: CustomerIds, shopId: string) {
  await beginDeletingShop(db, ids, shopId, NOW);
  await resumeDeletingShops(db);
  return (await db.audit.toArray()).at(-1);
}

const withoutAudit = (tables: Record<string, unknown[]>) => ({ ...tables, audit: [] });

describe('a shop that is deleted', () => {
  test('is gone with all of its records, and the other shop is as it was', async () => {
    const { db, ids, shopId, otherId, before } = await twoShops();
    const receipt = await deleteShop(db, ids, shopId);
    expect(receipt).toMatchObject({
      kind: 'shopDeleted',
      counts: { shops: 1, orders: 7, customers: 7, afterSales: 1 },
    });
    expect(await tracesOf(db, [shopId, 'buyer_', 'of_file'])).toEqual([]);
    expect(withoutAudit(await everything(db))).toEqual(withoutAudit(before));
    expect((await readColumns(db)).every((row) => row.shopId === otherId)).toBe(true);
    expect(await db.jobs.count()).toBe(0);
  });

  test.each(['customers', 'orders', 'events', 'undoSteps'] as const)(
    'goes on after the worker died at the %s, and is noted once',
    async (table) => {
      const { db, ids, shopId, before } = await twoShops();
      db.table(table).hook('deleting', () => {
        throw new Error('the worker is gone');
      });
      await expect(deleteShop(db, ids, shopId)).rejects.toThrow('the worker is gone');
      const reopened = afterDeathOf(db);
      await resumeDeletingShops(reopened);
      expect(await tracesOf(reopened, [shopId])).toEqual([]);
      expect(withoutAudit(await everything(reopened))).toEqual(withoutAudit(before));
      const entries = await reopened.audit.toArray();
      expect(entries.map(({ kind, counts }) => [kind, counts['orders']])).toEqual([['shopDeleted', 7]]);
    },
  );

  test('and comes again with its next page still knows whom it forgot', async () => {
    const { db, ids, shopId, takeIn } = await twoShops();
    const { customerId } = (await db.customers.where('searchName').equals('buyer_0').first())!;
    await forgetCustomer(db, ids, customerId, NOW);
    await deleteShop(db, ids, shopId);
    await takeIn(makeReport([makeOrder({ orderId: '3090112233448899', buyer: stable('buyer_0') }), ...makeOrders(2)]));
    expect((await db.shops.get(shopId))?.name).toBe('shop_a');
    expect(await tracesOf(db, ['"buyer_0"', '3090112233448899'])).toEqual([]);
    expect(await db.orders.where('shopId').equals(shopId).count()).toBe(1);
  });

  test('is refused by name when there is none', async () => {
    const { db, ids } = await openPipeline();
    await expect(deleteShop(db, ids, 'jd-none')).rejects.toThrow('expected a shop of this store');
  });
});

describe('the store that is deleted', () => {
  test('holds nothing but the receipt, and customers get other ids from then on', async () => {
    const { db, shopId } = await twoShops();
    const secret = (await db.meta.get('identitySecret'))!.value;
    const receipt = await deleteStore(db, NOW);
    expect(receipt.counts).toMatchObject({ orders: 11, customers: 11, shops: 2, afterSales: 1 });
    expect(await tracesOf(db, [shopId, 'buyer_', 'other_', String(secret)])).toEqual([]);
    expect(await db.audit.toArray()).toEqual([receipt]);
    const { takeIn } = await openPipeline(db);
    await takeIn(makeReport(makeOrders(1)));
    expect((await db.meta.get('identitySecret'))!.value).not.toBe(secret);
    expect(await readColumns(db)).toHaveLength(1);
  });

  test('says that the settings are still to go until they are, whenever the worker dies', async () => {
    const { db } = await twoShops();
    await deleteStore(db, NOW);
    const reopened = afterDeathOf(db);
    expect(await isDeletingStore(reopened)).toBe(true);
    await endDeletingStore(reopened);
    expect(await isDeletingStore(reopened)).toBe(false);
  });
});
