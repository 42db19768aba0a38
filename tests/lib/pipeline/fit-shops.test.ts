import { describe, expect, test } from 'vitest';
import { fitShop, fitShops } from '../../../lib/pipeline/fit-shops.ts';
import { refreshBenchmarks } from '../../../lib/pipeline/refresh-benchmarks.ts';
import { recordShopSettings } from '../../../lib/pipeline/record-event.ts';
import type { ShopModel } from '../../../lib/insight/churn/shop-model.ts';
import { encodeLedger } from '../../../lib/insight/ledger/ledger-bytes.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { readShopContext } from '../../../lib/views/shops/shop-context.ts';
import { readShopMeasures } from '../../../lib/views/shops/shop-measures.ts';
import { presetSettings } from '../../../lib/views/shops/shop-settings.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY } from '../../support/simulate-shop.ts';
import { afterDeathOf, openTestDatabase } from '../../support/test-database.ts';

const SHOP = 'jd-simulated';
const DAYS = 400;
const AS_OF_DAY = OPENING_DAY + DAYS - 1;
const DAY_MS = 86_400_000;
/** Noon of the last day. */
const now = AS_OF_DAY * DAY_MS + 4 * 3_600_000;

/** A shop of which every day was seen, with its columns already made. */
async function openShop(): Promise<LiukeDatabase> {
  const db = openTestDatabase();
  const world = { customers: 900, days: DAYS, joinDays: DAYS - 20, r: 0.8, alpha: 6, a: 0.9, b: 1.8 };
  await db.shops.add({ shopId: SHOP, platform: 'jd', hints: [], name: SHOP });
  await db.coverage.add({
    shopId: SHOP,
    maskedOrders: 0,
    asOfDay: AS_OF_DAY,
    spans: [[OPENING_DAY, AS_OF_DAY]],
    ordersByDay: {},
    claims: [],
    list: null,
  });
  await db.columns.add({
    id: `0|${SHOP}|000000`,
    generation: 0,
    shopId: SHOP,
    bytes: encodeLedger(ledgerOfCustomers(mbgShop(5, world))),
  });
  return db;
}

const modelOf = async (db: LiukeDatabase) => (await db.shopModels.get(SHOP))?.model as ShopModel;

describe('the models of a shop', () => {
  test('are fitted, tested on its past, and then speak of every customer', async () => {
    const db = await openShop();
    await fitShops(db, now);
    const model = await modelOf(db);
    expect(model).toMatchObject({ asOfDay: AS_OF_DAY, horizonDays: 60, gate: { isOpen: true } });
    expect(model.backtest.windows.length).toBeGreaterThan(0);
    expect(await db.jobs.count()).toBe(0);

    const { measures } = await readShopMeasures(db, SHOP, now);
    const percents = measures.column('returnPercent');
    expect(percents.every((percent) => percent >= 0 && percent <= 100)).toBe(true);
    expect(new Set(percents).size).toBeGreaterThan(50);
  });

  test('are the same when the worker dies after any stage', async () => {
    const whole = await openShop();
    await fitShop(whole, SHOP, now);
    let db = await openShop();
    let deaths = 0;
    for (; deaths < 50; deaths += 1) {
      const dying = db;
      let stages = 0;
      const die = () => {
        stages += 1;
        // The first stage of each life is kept, the second one is lost on its way to the disk.
        if (stages > 1) dying.close();
      };
      dying.jobs.hook('creating', die);
      dying.jobs.hook('updating', die);
      const isDone = await fitShop(dying, SHOP, now).then(
        () => true,
        () => false,
      );
      if (isDone) break;
      db = afterDeathOf(dying);
    }
    expect(deaths).toBeGreaterThan(5);
    expect(await modelOf(db)).toEqual(await modelOf(whole));
  });

  test('are fitted at most once a day, and anew for another horizon', async () => {
    const db = await openShop();
    await fitShops(db, now);
    const fittedAt = async () => (await db.shopModels.get(SHOP))!.fittedAt;
    await fitShops(db, now + 3_600_000);
    expect(await fittedAt()).toBe(now);
    await fitShops(db, now + DAY_MS);
    expect(await fittedAt()).toBe(now + DAY_MS);
    await recordShopSettings(db, { shopId: SHOP, settings: { ...presetSettings, horizonDays: 30 } }, now);
    await fitShops(db, now + DAY_MS + 1);
    expect(await modelOf(db)).toMatchObject({ horizonDays: 30 });
  });

  test('of a small shop are fitted anew as more of it is seen', async () => {
    const db = openTestDatabase();
    await db.shops.add({ shopId: SHOP, platform: 'jd', hints: [], name: null });
    await fitShops(db, now);
    const full = await openShop();
    await db.columns.bulkAdd(await full.columns.toArray());
    await db.coverage.bulkAdd(await full.coverage.toArray());
    await db.meta.put({ name: 'columnsBase', value: 1 });
    await refreshBenchmarks(db, SHOP, now);
    await fitShops(db, now + 1);
    expect((await db.shopModels.get(SHOP))!.fittedAt).toBe(now + 1);
    expect((await modelOf(db)).data.buyers).toBe(900);
  });

  test('say nothing while most of the past was not seen', async () => {
    const db = await openShop();
    await fitShops(db, now);
    await db.coverage.update(SHOP, { spans: [[OPENING_DAY, OPENING_DAY + 100]] });
    const context = await readShopContext(db, SHOP, now);
    expect(context.coverage.share).toBeLessThan(0.4);
    expect(context.model).toBeNull();
    expect((await readShopMeasures(db, SHOP, now)).measures.at(0)).toMatchObject({ returnPercent: null, health: null });
  });

  test('of an empty shop are none, said as such', async () => {
    const db = openTestDatabase();
    await db.shops.add({ shopId: SHOP, platform: 'jd', hints: [], name: null });
    await fitShops(db, now);
    expect(await modelOf(db)).toMatchObject({ level: 0, fits: [] });
  });
});
