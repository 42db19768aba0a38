import { useEffect, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { Finding } from '../../lib/compliance/lint.ts';
import type { OrderStage } from '../../lib/model/order-stage.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { readShopRules } from '../../lib/views/replies/shop-rules.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

export interface CheckedText {
  text: string;
  platform: Platform;
  shopId: string | null;
  stage: OrderStage | null;
  /** The shop's own rules, as they were then. */
  ownRules: string | null;
  /** Null when there was no answer. */
  findings: readonly Finding[] | null;
}

/**
 * What the rules of a shop say of a text for the chat. For a moment after every change the answer is still that about the text before,
 * so that what is shown does not flicker; a text may be used when `checked.text` is that text.
 * @param shopId null for the shipped rules alone
 * @param stage of the order that the text is about; null where that is not known
 * @returns null before the first answer
 */
export function useFindings(
  text: string,
  platform: Platform,
  shopId: string | null,
  stage: OrderStage | null,
): CheckedText | null {
  const [checked, setChecked] = useState<CheckedText | null>(null);
  // What the shop changes holds at once, also for a text that stands on the screen.
  const ownRules = useKeyedQuery(shopId, 0, () => readShopRules(database, shopId!)) ?? null;
  useEffect(() => {
    let isCurrent = true;
    const settle = (findings: CheckedText['findings']) => {
      if (isCurrent) setChecked({ text, platform, shopId, stage, ownRules, findings });
    };
    toBackground.lint({ text, platform, channel: 'chat', shopId, stage }).then(settle, () => settle(null));
    return () => {
      isCurrent = false;
    };
  }, [text, platform, shopId, stage, ownRules]);
  return checked;
}
