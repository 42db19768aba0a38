/**
 * Fitting the purchase models of each shop, at most once a day: stage by stage, each result on disk before the next begins, so
 * that a stopped worker goes on where it was.
 */
import { assembleModel, nextStage, type FitInput } from '../insight/churn/fit-shop.ts';
import type { LiukeDatabase } from '../store/database.ts';
import type { JobRecord } from '../store/records.ts';
import { readShopContext } from '../views/shops/shop-context.ts';
import { readShopMeasures } from '../views/shops/shop-measures.ts';
import { readShopModel } from '../views/shops/shop-model.ts';
import { horizonDaysOf } from '../views/shops/shop-settings.ts';
import { breathe, runSteps } from './run-steps.ts';

const REFIT_AFTER_MS = 20 * 3_600_000;
/** A shop of which more and more is seen says at once what that allows; fitting a small one takes no time. */
const SMALL_SHOP_BUYERS = 2_000;
const GROWN = 1.1;

type FitJob = Extract<JobRecord, { done: unknown }>;

/** Fits every shop whose models are missing, old, of another version, or made for another horizon. */
export async function fitShops(db: LiukeDatabase, now: number): Promise<void> {
  for (const shopId of await db.shops.toCollection().primaryKeys()) {
    if (await isFitDue(db, shopId, now)) await fitShop(db, shopId, now);
  }
}

async function isFitDue(db: LiukeDatabase, shopId: string, now: number): Promise<boolean> {
  const [model, record, { settings, benchmarks }] = await Promise.all([
    readShopModel(db, shopId),
    db.shopModels.get(shopId),
    readShopContext(db, shopId, now),
  ]);
  const buyers = benchmarks?.customers ?? 0;
  return (
    model === null ||
    record === undefined ||
    model.horizonDays !== horizonDaysOf(settings) ||
    now - record.fittedAt >= REFIT_AFTER_MS ||
    (buyers < SMALL_SHOP_BUYERS && buyers > model.data.buyers * GROWN)
  );
}

/** Goes on with the shop's fit, or begins one, to its end. */
export async function fitShop(db: LiukeDatabase, shopId: string, now: number): Promise<void> {
  const id = `fit|${shopId}` as const;
  const { measures, context } = await readShopMeasures(db, shopId, now);
  const horizonDays = horizonDaysOf(context.settings);
  const stored = (await db.jobs.get(id)) as FitJob | undefined;
  const isSame = stored?.asOfDay === context.asOfDay && stored.horizonDays === horizonDays;
  const done = new Map(Object.entries(isSame ? stored.done : {}));
  const input: FitInput = { reading: measures, horizonDays };
  for (;;) {
    const stage = nextStage(input, Object.fromEntries(done));
    if (!stage) break;
    done.set(stage.id, await runSteps(stage.run()));
    await db.jobs.put({ id, shopId, asOfDay: context.asOfDay, horizonDays, done: Object.fromEntries(done) });
    await breathe();
  }
  await db.transaction('rw', [db.shopModels, db.jobs], async () => {
    await db.shopModels.put({ shopId, fittedAt: now, model: assembleModel(input, Object.fromEntries(done)) });
    await db.jobs.delete(id);
  });
}
