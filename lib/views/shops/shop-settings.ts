/** What a shop decided for itself: the newest of its settings that was not undone. */
import { DEFAULT_HORIZON_DAYS } from '../../insight/churn/shop-model.ts';
import type { ShopSettings } from '../../model/event.ts';
import { categories } from '../../rules/categories.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export const presetSettings: ShopSettings = {
  categoryId: null,
  horizonDays: null,
  tiers: { variants: {}, thresholds: {} },
};

/** Days that the return probability looks ahead: the shop's own, else its category's, else the usual ones. */
export function horizonDaysOf({ horizonDays, categoryId }: ShopSettings): number {
  return horizonDays ?? categories.find(({ id }) => id === categoryId)?.horizonDays ?? DEFAULT_HORIZON_DAYS;
}

export async function readShopSettings(db: LiukeDatabase, shopId: string): Promise<ShopSettings> {
  const events = await readStanding(db, 'shopSettings');
  const theirs = events.flatMap((event) =>
    event.kind === 'shopSettings' && event.shopId === shopId ? [event.settings] : [],
  );
  return theirs.at(-1) ?? presetSettings;
}
