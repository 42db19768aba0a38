/**
 * The pseudonymous id of a customer: a keyed hash over shop and join key. The key is made on this machine,
 * so an id in a log or a backup does not lead back to a pin.
 */
import { toHex } from '../model/hex.ts';
import { joinKeyOf, type Buyer } from '../model/identity.ts';
import type { LiukeDatabase } from '../store/database.ts';

const ID_BYTES = 16;

/** Computes ids of one installation. */
export interface CustomerIds {
  /** @returns null for masked buyers, who are nobody in particular */
  of(shopId: string, buyer: Buyer): Promise<string | null>;
}

/** Opens the installation's secret, making it at the first start. */
export async function openCustomerIds(db: LiukeDatabase): Promise<CustomerIds> {
  const key = await identityKey(db);
  return {
    async of(shopId, buyer) {
      const joinKey = joinKeyOf(buyer);
      if (joinKey === null) return null;
      const digest = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${shopId}\n${joinKey}`));
      return toHex(new Uint8Array(digest, 0, ID_BYTES));
    },
  };
}

async function identityKey(db: LiukeDatabase): Promise<CryptoKey> {
  const secret = await db.transaction('rw', db.meta, async () => {
    const stored = await db.meta.get('identitySecret');
    if (stored) return String(stored.value);
    const made = toHex(crypto.getRandomValues(new Uint8Array(32)));
    await db.meta.add({ name: 'identitySecret', value: made });
    return made;
  });
  return await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
}
