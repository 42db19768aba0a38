/** Who of the people that write in a chat is the buyer. */
import type { ChatMessage } from '../../model/capture.ts';

/** A message as it stands there; `name` is empty where nobody is named. */
export interface WrittenMessage {
  name: string;
  text: string;
  /** The page puts it on the side of the shop. */
  isOnSellersSide: boolean;
}

interface Writers {
  /** The buyer's nick. */
  customer: string | null;
  /** The selected conversation and the messages belong together. */
  isSettled: boolean;
  /** Null for somebody of whom it is not certain. */
  from: (message: WrittenMessage) => ChatMessage['from'] | null;
}

const SYSTEM = /^(?:系统(?:消息|通知|提示)?|平台(?:消息|通知)|官方消息)$/;

/** The account of a seat: `示例店铺:小林` is of 示例店铺. */
const shopOf = (name: string) => name.split(/[:：]/)[0]!;

/** @param selected the nick of the open conversation; null where the page does not tell */
export function writersOf(messages: readonly WrittenMessage[], selected: string | null): Writers {
  const people = messages.filter(({ name }) => name !== '' && !SYSTEM.test(name));
  const names = new Set(people.map(({ name }) => name));
  const isSeat = (name: string) => /.[:：]./.test(name);
  const shops = new Set([
    ...[...names].filter(isSeat).map(shopOf),
    ...people.flatMap(({ name, isOnSellersSide }) => (isOnSellersSide ? [shopOf(name)] : [])),
  ]);
  const others = [...names].filter((name) => name !== selected && !shops.has(shopOf(name)));
  // Beside a selected buyer who writes, a single other one is the shop.
  const isShopAlone = selected !== null && names.has(selected) && shops.size === 0 && others.length === 1;
  if (isShopAlone) shops.add(others[0]!);
  const strangers = isShopAlone ? [] : others;
  const alone = shops.size > 0 && strangers.length === 1 ? strangers[0]! : null;
  const customer = selected ?? alone;
  return {
    customer,
    isSettled: customer !== null && names.has(customer) && (selected === null || strangers.length === 0),
    from({ name }) {
      if (name === '' || SYSTEM.test(name)) return 'system';
      if (name === customer) return 'buyer';
      return shops.has(shopOf(name)) ? 'seller' : null;
    },
  };
}
