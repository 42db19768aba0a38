/** A shop's fitted models, of simulated customers: every figure may be shown. Tests take away what they are about. */
import { fitShop } from '../../../lib/insight/churn/fit-shop.ts';
import type { ShopModel } from '../../../lib/insight/churn/shop-model.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY, readOn } from '../../support/simulate-shop.ts';

const world = { customers: 800, days: 421, joinDays: 350, r: 0.8, alpha: 5, a: 0.9, b: 2.5 };

export function fittedModel(): ShopModel {
  const ledger = ledgerOfCustomers(mbgShop(11, world));
  return fitShop({ reading: readOn(ledger, OPENING_DAY + world.days - 1), horizonDays: 60 });
}

/** Puts the models to the only shop there is. */
export async function storeModel(db: LiukeDatabase, model: ShopModel): Promise<void> {
  const [shop] = await db.shops.toArray();
  await db.shopModels.put({ shopId: shop!.shopId, fittedAt: Date.now(), model });
}
