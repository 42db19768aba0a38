/** Money in integer fen (1 yuan = 100 fen). Names that hold it end in `Fen`. */
export type Fen = number;

export const MAX_FEN = 1e12;

const YUAN = /^[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/**
 * "¥1,234.50" -> 123450.
 * @throws RangeError on anything that is not one yuan amount: a silent 0 would demote a good customer.
 */
export function parseYuan(text: string): Fen {
  const match = YUAN.exec(text.trim());
  if (!match) throw new RangeError(`expected an amount such as ¥1,234.50, found ${JSON.stringify(text.slice(0, 40))}`);
  const yuan = Number(match[1]!.replaceAll(',', ''));
  const fen = yuan * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (fen > MAX_FEN)
    throw new RangeError(`expected an amount up to ¥10,000,000,000, found ${JSON.stringify(text.slice(0, 40))}`);
  return fen;
}

const exact = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' });

/** 123450 -> "¥1,234.50". */
export function formatYuan(fen: Fen): string {
  return exact.format(fen / 100);
}

/** 2000 -> "20", 1950 -> "19.5": how a coupon writes its amounts (满80减15). */
export function formatPlainYuan(fen: Fen): string {
  return String(fen / 100);
}
