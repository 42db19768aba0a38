/**
 * The first page of orders that the old sold list carries inline: `var data = JSON.parse('…')`. Facts: PLATFORM-TAOBAO
 * section 2.2. Numeric ids in it are already rounded; only the string ones are used.
 */
import { z } from '../../model/zod.ts';

const text = z.string();
const number = z.union([z.number(), text]);
const mainOrderSchema = z.object({
  id: text.regex(/^\d{15,20}$/),
  orderInfo: z.object({ createTime: text }),
  buyer: z.object({ nick: text.nullish(), id: number.nullish(), encodeId: text.nullish() }),
  payInfo: z.object({ actualFee: text, postType: text.nullish() }),
  statusInfo: z.object({ text }),
  subOrders: z.array(
    z.object({
      quantity: number,
      priceInfo: z.object({ realTotal: text }),
      itemInfo: z.object({ title: text, skuId: number.nullish() }),
      operations: z.array(z.object({ text: text.nullish() })).nullish(),
    }),
  ),
});
export type InlineOrder = z.infer<typeof mainOrderSchema>;

const START = /JSON\.parse\(\s*(['"])/g;
const MAX_LITERAL_CHARS = 4_000_000;

/**
 * The orders of the page's inline data that have the known shape. Others are left out: the rows of the page stand for
 * themselves, the data only adds to them.
 */
export function inlineOrders(document: Document): InlineOrder[] {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const code = script.textContent ?? '';
    if (!code.includes('mainOrders')) continue;
    for (const start of code.matchAll(START)) {
      const literal = stringLiteralAt(code, start.index + start[0].length, start[1]!);
      const orders = literal === null ? null : ordersIn(literal);
      if (orders) return orders;
    }
  }
  return [];
}

function ordersIn(json: string): InlineOrder[] | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const list = (data as { mainOrders?: unknown } | null)?.mainOrders;
  if (!Array.isArray(list)) return null;
  return list.flatMap((entry) => {
    const order = mainOrderSchema.safeParse(entry);
    return order.success ? [order.data] : [];
  });
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0', '\n': '' };

/** The value of the JavaScript string literal that begins at `from`, without running any of the page's code; null when it has no end. */
function stringLiteralAt(code: string, from: number, quote: string): string | null {
  const parts: string[] = [];
  let start = from;
  const end = Math.min(code.length, from + MAX_LITERAL_CHARS);
  for (let index = from; index < end; index += 1) {
    const char = code[index]!;
    if (char === quote) {
      parts.push(code.slice(start, index));
      return parts.join('');
    }
    if (char !== '\\') continue;
    parts.push(code.slice(start, index));
    const next = code[index + 1] ?? '';
    const hexLength = next === 'u' ? 4 : next === 'x' ? 2 : 0;
    const hex = code.slice(index + 2, index + 2 + hexLength);
    if (hexLength > 0 && /^[0-9a-f]+$/i.test(hex) && hex.length === hexLength) {
      parts.push(String.fromCharCode(parseInt(hex, 16)));
      index += 1 + hexLength;
    } else {
      parts.push(escapes[next] ?? next);
      index += 1;
    }
    start = index + 1;
  }
  return null;
}
