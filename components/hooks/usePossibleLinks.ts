import { toBackground } from '../../lib/browser/send.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import type { PossibleLink } from '../../lib/model/possible-link.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** Which masked buyers of the page may be one, or a customer who is known; undefined while it is being worked out. */
export function usePageLinks({ platform, shopId, buyers }: PageState): PossibleLink[] | undefined {
  const orderRecordIds = buyers.flatMap(({ orderIds }) => orderIds.map((orderId) => `${platform}:${orderId}`));
  const key = shopId === null ? null : `${shopId} ${orderRecordIds.join(' ')}`;
  return useKeyedQuery(key, 0, async () => {
    await database.orders.bulkGet(orderRecordIds);
    return await askedAgain({ shopId: shopId!, orderRecordIds });
  });
}

/** Who else a customer may be; undefined while it is being worked out. */
export function usePossibleLinks(customerId: string): PossibleLink[] | undefined {
  return useKeyedQuery(customerId, 0, async () => {
    await database.orders.where('customerId').equals(customerId).primaryKeys();
    return await askedAgain({ customerId });
  });
}

/** The background works it out; what is read here has the question asked again when orders or links change. */
async function askedAgain(asked: Parameters<typeof toBackground.findPossibleLinks>[0]): Promise<PossibleLink[]> {
  await database.links.toCollection().primaryKeys();
  return await toBackground.findPossibleLinks(asked);
}
