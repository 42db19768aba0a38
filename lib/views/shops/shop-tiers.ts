/** Which lines a shop's settings draw: its own numbers over those of its category over the presets. */
import {
  resolveTiers,
  settingsOver,
  usableTierSettings,
  type TierSettings,
} from '../../insight/tiers/tier-settings.ts';
import type { Tier } from '../../insight/tiers/tier.ts';
import type { ShopSettings } from '../../model/event.ts';
import { categories } from '../../rules/categories.ts';
import { thresholds, tiers } from '../../rules/tiers.ts';

/** Without what the rules do not allow. */
export function tierSettingsOf(settings: ShopSettings): TierSettings {
  const category = categories.find(({ id }) => id === settings.categoryId);
  return settingsOver(category?.thresholds ?? {}, usableTierSettings(tiers, thresholds, settings.tiers));
}

/** In order of precedence. */
export function shopTiers(settings: ShopSettings): Tier[] {
  return resolveTiers(tiers, tierSettingsOf(settings));
}
