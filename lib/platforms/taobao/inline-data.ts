/**
 * The first page of orders that the old sold list carries inline: `var data = JSON.parse('…')`. Numeric ids in it are already
 * rounded; only the string ones are used.
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

/** An order of the data, or the name of what is wrong with it. */
export type InlineEntry = InlineOrder | { lost: string };

const listSchema = z.object({ mainOrders: z.array(z.unknown()) });
const valueNames: Readonly<Record<string, string>> = {
  id: 'order id',
  orderInfo: 'order time',
  buyer: 'buyer',
  payInfo: 'amount',
  statusInfo: 'order status',
  subOrders: 'order lines',
};

const START = /JSON\.parse\(\s*(['"])/g;
const MAX_LITERAL_CHARS = 4_000_000;

/** The orders of the page's inline data; those that have not the known shape are there as what is wrong with them. */
export function inlineOrders(document: Document): InlineEntry[] {
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

function ordersIn(json: string): InlineEntry[] | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const list = listSchema.safeParse(data);
  if (!list.success) return null;
  return list.data.mainOrders.map((entry) => {
    const order = mainOrderSchema.safeParse(entry);
    return order.success ? order.data : { lost: valueNames[String(order.error.issues[0]!.path[0])] ?? 'order' };
  });
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  plusmn: '±',
  times: '×',
  middot: '·',
  hellip: '…',
  mdash: '—',
  deg: '°',
  reg: '®',
  copy: '©',
  trade: '™',
  yen: '¥',
};

/** Titles in the data may have HTML entities ("&plusmn;"); no markup is made of them. Unknown ones stay as they are. */
export function textOfEntities(title: string): string {
  return title.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? parseInt(decimal, 10) : hex ? parseInt(hex, 16) : null;
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return Object.hasOwn(entities, name) ? entities[name]! : whole;
  });
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\u2028': '',
  '\u2029': '',
};
const CODE_ESCAPE = /u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})/iy;

/** The value of the JavaScript string literal that begins at `from`, without running any of the page's code; null when it is none or has no end. */
function stringLiteralAt(code: string, from: number, quote: string): string | null {
  const parts: string[] = [];
  let start = from;
  const end = Math.min(code.length, from + MAX_LITERAL_CHARS);
  for (let index = from; index < end; index += 1) {
    const char = code[index]!;
    if (char === quote) return parts.join('') + code.slice(start, index);
    if (char === '\n' || char === '\r') return null;
    if (char !== '\\') continue;
    parts.push(code.slice(start, index));
    index += 1;
    const next = code[index] ?? '';
    if (next === 'u' || next === 'x') {
      CODE_ESCAPE.lastIndex = index;
      const escape = CODE_ESCAPE.exec(code);
      const point = escape ? parseInt((escape[1] ?? escape[2] ?? escape[3])!, 16) : NaN;
      if (!(point <= 0x10ffff)) return null;
      parts.push(String.fromCodePoint(point));
      index += escape![0].length - 1;
    } else if (next === '\r') {
      if (code[index + 1] === '\n') index += 1;
    } else {
      parts.push(escapes[next] ?? next);
    }
    start = index + 1;
  }
  return null;
}
