/** What is in an order and what it costs. */
import type { ItemAfterSale, OrderStatus } from '../../../lib/model/order.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { catalogue } from './catalogue.ts';
import type { DemoItem, Rhythm } from './demo-shop.ts';
import type { Lifecycle } from './order-lifecycle.ts';
import type { Random } from './random.ts';

export interface Basket {
  items: DemoItem[];
  discountFen: number;
  freightFen: number;
  amountFen: number;
}

/** One to four lines of different products; `highValue` buyers fill their baskets. */
export function makeBasket(platform: Platform, rhythm: Rhythm, random: Random): Basket {
  const isFull = rhythm === 'highValue';
  const lineCount = random.weighted(
    isFull
      ? [
          [1, 30],
          [2, 35],
          [3, 25],
          [4, 10],
        ]
      : [
          [1, 72],
          [2, 18],
          [3, 7],
          [4, 3],
        ],
  );
  const products = new Set<number>();
  while (products.size < lineCount) products.add(random.int(0, catalogue.length - 1));
  const items = [...products].map((product) => makeItem(platform, product, isFull, random));
  const goodsFen = items.reduce((sum, item) => sum + (item.unitPriceFen ?? 0) * item.quantity, 0);
  const discountFen = goodsFen >= 20_000 && random.chance(0.3) ? random.pick([1000, 1500, 2000, 150]) : 0;
  const freightFen = goodsFen < 5900 && random.chance(0.6) ? random.pick([600, 800, 1000]) : 0;
  return { items, discountFen, freightFen, amountFen: goodsFen - discountFen + freightFen };
}

function makeItem(platform: Platform, product: number, isFull: boolean, random: Random): DemoItem {
  const { title, priceFen, listPriceFen, specName, specs, outerCode } = catalogue[product]!;
  const spec = random.int(0, specs.length - 1);
  const isDiscounted = listPriceFen !== null && random.chance(0.75);
  // JD sells each spec as an article of its own, whose name ends in the spec.
  const isNamedBySpec = platform === 'jd' && !title.includes(specs[spec]!);
  return {
    title: isNamedBySpec ? `${title} ${specs[spec]}` : title,
    quantity: random.weighted([
      [1, isFull ? 55 : 84],
      [2, isFull ? 28 : 11],
      [3, isFull ? 12 : 4],
      [6, isFull ? 5 : 1],
    ]),
    unitPriceFen: isDiscounted || listPriceFen === null ? priceFen : listPriceFen,
    listPriceFen: isDiscounted ? listPriceFen : null,
    skuId: platform === 'jd' ? String(10_080_000_000_000 + product * 173 + spec) : null,
    afterSale: 'none',
    product,
    spec: { name: specName, value: specs[spec]! },
    outerCode: `${outerCode}-${spec + 1}`,
  };
}

/** The items with the after-sale states their order can have at `untilMs`: a closed paid order was refunded. */
export function withAfterSales(
  items: readonly DemoItem[],
  { status, paidAt, shippedAt }: Lifecycle,
  untilMs: number,
  random: Random,
): DemoItem[] {
  if (status === 'cancelled')
    return items.map((item) => ({ ...item, afterSale: paidAt === null ? 'none' : 'refunded' }));
  const isRecent = shippedAt !== null && untilMs - shippedAt < 20 * DAY_MS;
  return items.map((item, index) => ({ ...item, afterSale: afterSaleOf(status, isRecent, index, random) }));
}

function afterSaleOf(status: OrderStatus, isRecent: boolean, index: number, random: Random): ItemAfterSale {
  const dice = random.next();
  if (isRecent && dice < 0.05) return 'requested';
  if (status === 'completed' && dice < 0.035) return 'refunded';
  // A line can only be taken out of an order that keeps another one.
  return index > 0 && status !== 'unpaid' && dice > 0.985 ? 'cancelled' : 'none';
}
