/**
 * The pseudonymous id of a customer: a keyed hash over shop and join key. The key is made on this machine,
 * so an id in a log or a backup does not lead back to a pin.
 */
import { toHex } from '../model/hex.ts';
import { isBuyerSealed, joinKeyOf, type Buyer } from '../model/identity.ts';
import type { Platform } from '../model/platform.ts';
import type { LiukeDatabase } from '../store/database.ts';

const ID_BYTES = 16;
/** A file names its buyers again and again. */
const REMEMBERED = 50_000;

/** The store is another one by now, and knows its customers by another key: what was worked out under the former one is not written. */
export class OtherKeyError extends Error {
  constructor() {
    super(
      'expected the key that the customers were known by, found another one: the store was deleted, restored or lost meanwhile; do it again',
    );
    this.name = 'OtherKeyError';
  }
}

/** Computes ids of one installation. */
export interface CustomerIds {
  /** To be called within the transaction over `meta` that writes what rests on ids. @throws OtherKeyError when they are of another store */
  ensureOwn(): Promise<void>;
  /** @returns null for masked buyers, who are nobody in particular */
  of(shopId: string, buyer: Buyer): Promise<string | null>;
  /** The id of the customer that two masked orders make, by the id of their link. */
  ofLink(linkId: string): Promise<string>;
  /** What is kept of an order that is not to come back, by the id of its record. */
  ofOrder: (orderRecordId: string) => Promise<string>;
  /** What is kept of a deleted shop, by one of its hints. */
  ofShop(platform: Platform, hint: string): Promise<string>;
  /**
   * A phone's last four digits, as they may be kept. Ten thousand values are soon tried out by whoever has the secret, so this
   * protects them in a copy, a log or a file that leaves this machine without it, and not on the machine itself.
   */
  ofPhoneTail(shopId: string, tail: string): Promise<string>;
}

/** Opens the installation's secret, making it at the first start. */
export async function openCustomerIds(db: LiukeDatabase): Promise<CustomerIds> {
  const secret = await identitySecret(db);
  const key = await keyFor(secret);
  const made = new Map<string, string>();
  const hashOf = async (text: string) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const hash = toHex(
      new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)), 0, ID_BYTES),
    );
    if (made.size >= REMEMBERED) made.clear();
    made.set(text, hash);
    return hash;
  };
  return {
    async ensureOwn() {
      if ((await db.meta.get('identitySecret'))?.value !== secret) throw new OtherKeyError();
    },
    async of(shopId, buyer) {
      // What is sealed is another text than the name it stands for: it has no id.
      const joinKey = isBuyerSealed(buyer) ? null : joinKeyOf(buyer);
      return joinKey === null ? null : await hashOf(`${shopId}\n${joinKey}`);
    },
    ofLink: async (linkId) => await hashOf(`link\n${linkId}`),
    ofOrder: async (orderRecordId) => await hashOf(`order\n${orderRecordId}`),
    ofShop: async (platform, hint) => await hashOf(`shop\n${platform}\n${hint}`),
    ofPhoneTail: async (shopId, tail) => await hashOf(`${shopId}\nphone:${tail}`),
  };
}

async function identitySecret(db: LiukeDatabase): Promise<string> {
  return await db.transaction('rw', db.meta, async () => {
    const stored = await db.meta.get('identitySecret');
    if (stored) return String(stored.value);
    const made = toHex(crypto.getRandomValues(new Uint8Array(32)));
    await db.meta.add({ name: 'identitySecret', value: made });
    return made;
  });
}

async function keyFor(secret: string): Promise<CryptoKey> {
  return await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
}
