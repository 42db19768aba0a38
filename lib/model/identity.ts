/**
 * Who a buyer is, and how sure we may be. `stable`: the page carried the platform's own id (JD pin, Taobao uid).
 * `probable`: a full nick, unique on its platform but renameable. `masked`: `张**`, a shape shared by many people;
 * masked buyers are counted and never merged.
 */
import type { buyerSchema, identityQualitySchema } from './buyer-schema.ts';
import type { Platform } from './platform.ts';
import { isSealed, sealedFlagOf } from './sealed.ts';
import type { z } from './zod.ts';

export type IdentityQuality = z.infer<typeof identityQualitySchema>;
export type Buyer = z.infer<typeof buyerSchema>;

/** True for texts the platform has blurred: `张**`, `1******7861`. */
export function isMask(text: string): boolean {
  if (isSealed(text)) return sealedFlagOf(text) === 'm';
  return /[*＊]{2,}/.test(text) || /^.[*＊]$/u.test(text);
}

/** The buyer of a nick that comes without an id: a full nick is probable, a mask or nothing is masked. */
export function buyerOfNick(nick: string | null): Buyer {
  if (nick === null || nick === '') return { display: null, key: null, quality: 'masked' };
  return { display: nick, key: null, quality: isMask(nick) ? 'masked' : 'probable' };
}

/** The buyer of a platform id; a masked id is no id. */
export function buyerOfKey(key: string, display: string = key): Buyer {
  return isMask(key) ? buyerOfNick(display) : { display, key, quality: 'stable' };
}

/** Known to the store, and not to be read while it is locked. */
export function isBuyerSealed({ display, key }: Pick<Buyer, 'display' | 'key'>): boolean {
  return isSealed(key ?? '') || isSealed(display ?? '');
}

/**
 * What joins two sightings of one buyer within a shop, or null when nothing may (masked).
 * Ids and nicks are different namespaces: a nick that reads like a uid must not meet it.
 */
export function joinKeyOf(buyer: Buyer): string | null {
  if (buyer.key !== null) return `id:${buyer.key}`;
  return buyer.quality === 'probable' ? `nick:${buyer.display}` : null;
}

/**
 * The namespace of a stable key. Of one Taobao person pages show three: the numeric uid, the `encodeId` of order lists and the
 * `securityuid` of reviews; whether two of them are one person is for pages to prove.
 */
export type KeyKind = 'pin' | 'uid' | 'encodeId' | 'securityuid';

/** @param key as a page of orders shows it */
export function keyKindOf(platform: Platform, key: string): KeyKind {
  if (platform === 'jd') return 'pin';
  return isUid(key) ? 'uid' : 'encodeId';
}

/** A Taobao uid is a number; the other keys of a person are not. */
export function isUid(key: string): boolean {
  return isSealed(key) ? sealedFlagOf(key) === 'u' : /^\d+$/.test(key);
}

/** The buyer of a review: on Taobao of a namespace of its own, on JD of the same account as everywhere. */
export function reviewerOf(platform: Platform, key: string): Buyer {
  return platform === 'taobao' && !isUid(key) ? { ...buyerOfKey(key), key: `securityuid:${key}` } : buyerOfKey(key);
}

/** A name as we show it, never the whole: "wd_sunshine" -> "w***e", "李小明" -> "李**", masks and sealed names as they are. */
export function maskName(display: string): string {
  if (isSealed(display) || isMask(display)) return display;
  const letters = Array.from(display);
  if (letters.length <= 1) return '**';
  if (letters.length <= 3) return `${letters[0]}**`;
  return `${letters[0]}***${letters.at(-1)}`;
}

/** The last four digits of an order number, as we show it: "…8831". */
export function orderTail(orderId: string): string {
  return `…${orderId.slice(-4)}`;
}
