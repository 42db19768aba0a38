import { useLiveQuery } from 'dexie-react-hooks';
import type { Platform } from '../../lib/model/platform.ts';
import { database } from './database.ts';

/** The platforms of the shops in the store; null while they are being read. */
export function useShopPlatforms(): readonly Platform[] | null {
  return useLiveQuery(platforms) ?? null;
}

async function platforms(): Promise<Platform[]> {
  return [...new Set((await database.shops.toArray()).map(({ platform }) => platform))];
}
