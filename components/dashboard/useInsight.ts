import { useEffect } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import { DamagedLedgerError } from '../../lib/insight/ledger/ledger-bytes.ts';
import {
  readInsight,
  readShops,
  readShopWork,
  type ShopChoice,
  type ShopInsight,
} from '../../lib/views/shops/insight-view.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { useNow } from '../hooks/useNow.ts';

export type InsightState = { kind: 'reading' } | { kind: 'damaged' } | { kind: 'ready'; insight: ShopInsight };

/** The shops of the store; undefined while they are being read. */
export function useShops(): ShopChoice[] | undefined {
  return useKeyedQuery('shops', 0, () => readShops(database));
}

/** One shop in full, kept up to date. Damaged columns are told to the background, which builds them anew. */
export function useInsight(shopId: string): InsightState {
  const now = useNow();
  const state = useKeyedQuery(shopId, now, async (): Promise<InsightState> => {
    try {
      return { kind: 'ready', insight: await readInsight(database, shopId, now) };
    } catch (error) {
      if (error instanceof DamagedLedgerError) return { kind: 'damaged' };
      throw error;
    }
  }) ?? { kind: 'reading' };
  const isDamaged = state.kind === 'damaged';
  useEffect(() => {
    if (isDamaged) void toBackground.rebuildColumns({});
  }, [isDamaged]);
  return state;
}

export function useShopWork(shopId: string) {
  return useKeyedQuery(shopId, 0, () => readShopWork(database, shopId)) ?? { isRebuilding: false, isFitting: false };
}
