/** The conversations of the last hours on JD: one buyer per scene, taken from the shop's own buyers. */
import { DAY_MS } from '../../../lib/model/shanghai-time.ts';
import { catalogue } from './catalogue.ts';
import type { ChatScene, DemoBuyer, DemoConversation, DemoMessage, DemoOrder } from './demo-shop.ts';
import type { Random } from './random.ts';
import { chatScripts, type ScriptLine } from './chat-scripts.ts';

const MINUTE_MS = 60_000;

/** Which buyer fits a scene, given their orders, newest first. */
type Fits = (buyer: DemoBuyer, orders: readonly DemoOrder[], untilMs: number) => boolean;

const ageDays = (orders: readonly DemoOrder[], untilMs: number) => (untilMs - (orders[0]?.placedAt ?? 0)) / DAY_MS;
const isAt =
  (status: DemoOrder['status']): Fits =>
  (_, orders) =>
    orders[0]?.status === status;

const scenes: readonly (readonly [ChatScene, Fits])[] = [
  [
    'highValue',
    (buyer, orders, until) => buyer.rhythm === 'highValue' && orders.length >= 8 && ageDays(orders, until) > 3,
  ],
  ['newBuyer', (_, orders) => orders.length === 1 && orders[0]!.status === 'paid'],
  [
    'afterSale',
    (_, orders) => orders.slice(0, 1).some((order) => order.items.some((item) => item.afterSale === 'requested')),
  ],
  ['silent', (buyer, orders, until) => buyer.rhythm === 'lost' && orders.length >= 4 && ageDays(orders, until) > 120],
  ['shipping', (_, orders) => orders.length >= 2 && orders[0]!.status === 'paid'],
  ['damaged', isAt('shipped')],
  ['refund', (_, orders) => orders[0]?.status === 'cancelled' && orders[0].paidAt !== null],
  ['size', (_, orders, until) => orders.length >= 2 && ageDays(orders, until) > 20],
  ['thanks', (_, orders, until) => orders[0]?.status === 'completed' && ageDays(orders, until) < 15],
  ['price', isAt('unpaid')],
  ['browsing', (_, orders, until) => orders.length === 1 && ageDays(orders, until) > 60],
  ['past', isAt('completed')],
  ['past', (_, orders) => orders.length >= 3],
];

/** Newest first. A scene that no buyer of this shop fits is left out; one buyer has no order at all. */
export function makeConversations(
  buyers: readonly DemoBuyer[],
  orders: readonly DemoOrder[],
  untilMs: number,
  random: Random,
): DemoConversation[] {
  const ordersOf = groupByBuyer(orders);
  const start = random.int(0, buyers.length - 1);
  const taken = new Set<number>();
  const cast: { scene: ChatScene; pin: string; order: DemoOrder | undefined }[] = [];
  for (const [scene, fits] of scenes) {
    const index = buyers.findIndex((_, offset) => {
      const candidate = (start + offset) % buyers.length;
      return !taken.has(candidate) && fits(buyers[candidate]!, ordersOf.get(candidate) ?? [], untilMs);
    });
    if (index < 0) continue;
    const candidate = (start + index) % buyers.length;
    taken.add(candidate);
    cast.push({ scene, pin: buyers[candidate]!.name, order: ordersOf.get(candidate)?.[0] });
  }
  cast.splice(2, 0, { scene: 'noOrder', pin: `jd_${random.text('0123456789abcdef', 13)}`, order: undefined });

  let endsAt = untilMs - 2 * MINUTE_MS;
  return cast.map(({ scene, pin, order }) => {
    const product = catalogue[order?.items[0]?.product ?? random.int(0, catalogue.length - 1)]!;
    const conversation: DemoConversation = {
      pin,
      scene,
      pane: scene === 'past' ? 'past' : 'current',
      product: { title: product.title, priceFen: product.priceFen },
      messages: timed(chatScripts[scene], endsAt, product.title, random),
    };
    endsAt -= random.int(4, 22) * MINUTE_MS;
    return conversation;
  });
}

function groupByBuyer(orders: readonly DemoOrder[]): Map<number, DemoOrder[]> {
  const groups = new Map<number, DemoOrder[]>();
  for (const order of orders) {
    const group = groups.get(order.buyerIndex);
    if (group) group.push(order);
    else groups.set(order.buyerIndex, [order]);
  }
  return groups;
}

/** The lines with times counted backwards from `endsAt`, whole seconds. */
function timed(script: readonly ScriptLine[], endsAt: number, productTitle: string, random: Random): DemoMessage[] {
  let at = Math.floor(endsAt / 1000) * 1000;
  return script
    .toReversed()
    .map(([from, kind, text]): DemoMessage => {
      const message: DemoMessage = { from, kind, text: kind === 'product' ? productTitle : text, sentAt: at };
      at -= random.int(15, 140) * 1000;
      return message;
    })
    .toReversed();
}
