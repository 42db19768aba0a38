import { useEffect, useState } from 'react';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ShopPackProblem } from '../../../lib/compliance/shop-pack-problem.ts';
import type { ShippedRules } from '../../../lib/messaging/answers.ts';
import { readShopRules } from '../../../lib/views/replies/shop-rules.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';

/** Null when the background gave none; undefined while it is asked. */
export function useShippedRules(): ShippedRules | null | undefined {
  const [shipped, setShipped] = useState<ShippedRules | null>();
  useEffect(() => {
    let isCurrent = true;
    const settle = (rules: ShippedRules | null) => {
      if (isCurrent) setShipped(rules);
    };
    toBackground.readShippedRules({}).then(settle, () => settle(null));
    return () => {
      isCurrent = false;
    };
  }, []);
  return shipped;
}

export interface KeptRules {
  /** As the file's text; null for none. */
  content: string | null;
  /** Why they cannot be used any more: an update may have taken away what they name. */
  problem: ShopPackProblem | null;
}

/** What the shop has written, kept up to date; undefined while it is being read. */
export function useKeptRules(shopId: string): KeptRules | undefined {
  const content = useKeyedQuery(shopId, 0, () => readShopRules(database, shopId));
  const [checked, setChecked] = useState<{ content: string; problem: ShopPackProblem | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (content) {
      const settle = (problem: ShopPackProblem | null) => {
        if (isCurrent) setChecked({ content, problem });
      };
      toBackground.checkShopRules({ content }).then(settle, () => {});
    }
    return () => {
      isCurrent = false;
    };
  }, [content]);
  if (content === undefined) return undefined;
  const problem = checked?.content === content ? checked.problem : null;
  return { content, problem };
}
