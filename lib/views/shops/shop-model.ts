/** The purchase models fitted to a shop. */
import { SHOP_MODEL_VERSION, type ShopModel } from '../../insight/churn/shop-model.ts';
import type { LiukeDatabase } from '../../store/database.ts';

/** @returns null before the first fit, and for a model of another version, which is fitted anew */
export async function readShopModel(db: LiukeDatabase, shopId: string): Promise<ShopModel | null> {
  const model = (await db.shopModels.get(shopId))?.model as ShopModel | undefined;
  return model?.version === SHOP_MODEL_VERSION ? model : null;
}
