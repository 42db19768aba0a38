/** What the generator makes: a shop with more truth than any page shows, so that a reading can be checked against it. */
import type { Order, OrderItem } from '../../../lib/model/order.ts';
import type { Platform } from '../../../lib/model/platform.ts';

/**
 * Why a buyer comes when they come. `once`: one purchase; `occasional`: two or three; `regular`: an own rhythm, still
 * running; `lost`: had one and stopped; `reactivated`: stopped and came back; `highValue`: frequent, full baskets.
 */
export type Rhythm = 'once' | 'occasional' | 'regular' | 'lost' | 'reactivated' | 'highValue';

export interface DemoBuyer {
  /** JD: the pin. Taobao: the full nick. Unique in the shop. */
  name: string;
  /** Taobao's numeric uid; null on JD. */
  uid: string | null;
  /** What the new Taobao console shows: first character and `**`. */
  mask: string;
  rhythm: Rhythm;
  /** As the platforms blur it. */
  receiver: { name: string; phone: string; region: string };
}

export interface DemoItem extends OrderItem {
  /** Number of the product in the catalogue, from 0. */
  product: number;
  /** The struck-through price of one piece; null when the item sold at its list price. */
  listPriceFen: number | null;
  spec: { name: string; value: string };
  /** The shop's own code: 货号 on JD, 商家编码 on Taobao. */
  outerCode: string;
}

/**
 * `amountFen` = sum of unitPriceFen x quantity - discountFen + freightFen. `buyer` is the true one (stable key), even
 * where a page masks it; `items[].afterSale` is true even on JD, whose order list does not show it.
 */
export interface DemoOrder extends Order {
  amountFen: number;
  freightFen: number;
  items: DemoItem[];
  /** Index into `DemoShop.buyers`. */
  buyerIndex: number;
  /** Order-level discount (coupon, promotion). */
  discountFen: number;
  shippedAt: number | null;
  completedAt: number | null;
  closedAt: number | null;
  /** The buyer's message, '' for none. */
  remark: string;
}

export interface DemoMessage {
  from: 'buyer' | 'seller' | 'system';
  kind: 'text' | 'product' | 'image';
  text: string;
  sentAt: number;
}

/** Who writes: what the card beside the chat should make of it. */
export type ChatScene =
  | 'highValue'
  | 'newBuyer'
  | 'silent'
  | 'afterSale'
  | 'noOrder'
  | 'shipping'
  | 'size'
  | 'damaged'
  | 'refund'
  | 'thanks'
  | 'price'
  | 'browsing'
  | 'past';

export interface DemoConversation {
  pin: string;
  scene: ChatScene;
  /** `past` conversations stand in the hidden list. */
  pane: 'current' | 'past';
  /** Title of the product the buyer looks at. */
  product: { title: string; priceFen: number };
  messages: DemoMessage[];
}

export interface DemoShop {
  platform: Platform;
  /** The signed-in account as the console's frame shows it. */
  accountName: string;
  shopName: string;
  /** JD's venderId, Taobao's shop id. */
  shopId: string;
  sinceMs: number;
  untilMs: number;
  buyers: DemoBuyer[];
  /** Newest first. */
  orders: DemoOrder[];
  /** JD only: newest first; empty on Taobao, whose chat is a desktop program. */
  conversations: DemoConversation[];
}
