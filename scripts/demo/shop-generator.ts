/** A plausible shop out of a seed: its buyers, 18 months of orders, and the conversations of the last hours. */
import { orderIdsOf } from './shop/order-ids.ts';
import { makeBuyers } from './shop/buyers.ts';
import { makeConversations } from './shop/conversations.ts';
import type { DemoBuyer, DemoOrder, DemoShop } from './shop/demo-shop.ts';
import { lifecycleOf } from './shop/order-lifecycle.ts';
import { makeBasket, withAfterSales } from './shop/order-items.ts';
import { purchaseTimes, rhythmShares, type Span } from './shop/purchase-times.ts';
import { randomOf, type Random } from './shop/random.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';

const MONTH_MS = 30.4 * DAY_MS;
const remarks = ['麻烦发顺丰', '送人的，请包装好一点', '工作日送货', '不要放快递柜', '尽快发货，谢谢', '随便发，不急'];

export interface ShopOptions {
  platform: Platform;
  /** The same seed and `untilMs` give the same shop. */
  seed: number;
  customers?: number;
  months?: number;
  /** Epoch ms: "now" of the shop. Nothing in it lies later. */
  untilMs: number;
}

/** Pure: no clock, no global randomness. @throws RangeError when there is no customer or no time to sell in. */
export function generateShop({ platform, seed, customers = 3000, months = 18, untilMs }: ShopOptions): DemoShop {
  if (customers < 1 || months <= 0)
    throw new RangeError(`a shop needs customers and months, found ${customers} and ${months}`);
  const random = randomOf(seed);
  const span: Span = { sinceMs: untilMs - months * MONTH_MS, untilMs };
  const buyers = makeBuyers(platform, customers, () => random.weighted(rhythmShares), random);
  const nextOrderId = orderIdsOf(platform, random);
  const orders = buyers
    .flatMap((buyer, buyerIndex) =>
      purchaseTimes(buyer.rhythm, span, random).map((placedAt) => ({ buyer, buyerIndex, placedAt })),
    )
    .toSorted((a, b) => b.placedAt - a.placedAt)
    .map(({ buyer, buyerIndex, placedAt }) => {
      const orderId = nextOrderId(placedAt, buyer.uid);
      return makeOrder({ platform, orderId, buyer, buyerIndex, placedAt, untilMs }, random);
    });
  return {
    platform,
    accountName: platform === 'jd' ? '青屿山房-运营小林' : '青屿山房旗舰店:小林',
    shopName: '青屿山房旗舰店',
    shopId: platform === 'jd' ? '10990017' : '990017001',
    ...span,
    buyers,
    orders,
    conversations: platform === 'jd' ? makeConversations(buyers, orders, untilMs, random) : [],
  };
}

interface Purchase {
  platform: Platform;
  orderId: string;
  buyer: DemoBuyer;
  buyerIndex: number;
  placedAt: number;
  untilMs: number;
}

function makeOrder({ platform, orderId, buyer, buyerIndex, placedAt, untilMs }: Purchase, random: Random): DemoOrder {
  const basket = makeBasket(platform, buyer.rhythm, random);
  const lifecycle = lifecycleOf(placedAt, untilMs, platform, random);
  return {
    orderId,
    placedAt,
    ...lifecycle,
    ...basket,
    items: withAfterSales(basket.items, lifecycle, untilMs, random),
    buyer: { display: buyer.name, key: buyer.uid ?? buyer.name, quality: 'stable' },
    buyerIndex,
    remark: random.chance(0.06) ? random.pick(remarks) : '',
  };
}
