/** Values of the inline data of the old pages: amounts without a sign, ids that may be numbers already rounded. */
import { buyerOfKey, buyerOfNick, type Buyer } from '../../model/identity.ts';
import { parseYuan, type Fen } from '../../model/money.ts';
import { parsed, ReadError } from '../reading/read-error.ts';
import { clean } from '../reading/text.ts';

/** @throws ReadError naming the value when the text is no amount */
export function yuanIn(text: string, what: string): Fen {
  return parsed(what, () => parseYuan(text));
}

interface DataBuyer {
  nick?: string | null;
  id?: number | string | null;
  encodeId?: string | null;
}

/**
 * The buyer as the data tells: the strongest id first, `encodeId`, then the numeric uid (safe integers only, a rounded one is none).
 * @param shown the nick on the page, for data without one
 */
export function buyerInData({ nick, id, encodeId }: DataBuyer, shown: string | null): Buyer {
  const name = nick || shown;
  const uid = String(id ?? '');
  const isExact = typeof id === 'string' || Number.isSafeInteger(id);
  const key = encodeId || (isExact && /^[1-9]\d*$/.test(uid) ? uid : null);
  return key ? buyerOfKey(key, name || key) : buyerOfNick(name);
}

/** The sku of a line; 0 and -1 stand for none, a rounded number is none. */
export function skuIdOf(skuId: unknown): string | null {
  const id = typeof skuId === 'string' || Number.isSafeInteger(skuId) ? String(skuId) : '';
  return /^[1-9]\d*$/.test(id) ? id : null;
}

/** How many of an article; a text or a number. */
export function countOf(value: unknown): number {
  const text = typeof value === 'number' || typeof value === 'string' ? clean(String(value)) : '';
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new ReadError('item quantity');
  return Number(text);
}
