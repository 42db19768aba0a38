/** Linting by the rules of the shop that a text is for: the shipped ones, as its own file changes them. */
import type { CompliancePack } from '../compliance/compliance-pack.ts';
import type { Channel } from '../compliance/compliance-rule.ts';
import { lint, type Finding } from '../compliance/lint.ts';
import { readShopPack } from '../compliance/shop-pack.ts';
import type { OrderStage } from '../model/order-stage.ts';
import type { Platform } from '../model/platform.ts';
import { complianceRules } from '../rules/compliance.ts';
import { shopPolicies } from '../rules/shop-policies.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { readShopRules } from '../views/replies/shop-rules.ts';

export interface AskedText {
  text: string;
  platform: Platform;
  channel: Channel;
  /** Null where it is not known whose text it is: then the shipped rules alone hold. */
  shopId: string | null;
  /** Of the order that it is about; null or left out where that is not known. */
  stage?: OrderStage | null | undefined;
}

export interface ShopLinter {
  /** What the rules find. The text is looked at and forgotten. */
  lint(asked: AskedText): Promise<Finding[]>;
  /** Some shop's rules changed. */
  forget(): void;
}

export function openShopLinter(db: LiukeDatabase): ShopLinter {
  const packs = new Map<string, Promise<CompliancePack>>();
  const packFor = async (shopId: string, platform: Platform) => {
    const key = `${platform} ${shopId}`;
    const pack = packs.get(key) ?? readPack(db, shopId, platform);
    packs.set(key, pack);
    pack.catch(() => packs.delete(key));
    return await pack;
  };
  return {
    lint: async ({ text, platform, channel, shopId, stage }) =>
      lint(text, shopId === null ? complianceRules : await packFor(shopId, platform), { platform, channel, stage }),
    forget: () => packs.clear(),
  };
}

/** The rules of a shop hold on its own platform. Those that an update of ours made unreadable are left out: the page of the rules says so. */
async function readPack(db: LiukeDatabase, shopId: string, platform: Platform): Promise<CompliancePack> {
  const [shop, content] = await Promise.all([db.shops.get(shopId), readShopRules(db, shopId)]);
  if (content === null || shop?.platform !== platform) return complianceRules;
  try {
    return readShopPack(content, complianceRules, shopPolicies);
  } catch {
    return complianceRules;
  }
}
