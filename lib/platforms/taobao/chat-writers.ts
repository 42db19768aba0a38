/** Who of the people that write in a chat is the buyer. */
import type { ChatMessage } from '../../model/capture.ts';

/** A message as it stands there. */
export interface WrittenMessage {
  /** Empty where nobody is named, null where it is not certain who. */
  name: string | null;
  text: string;
  /** The page puts it on the side of the shop. */
  isOnSellersSide: boolean;
}

/** The nick of the open conversation; null where the page does not tell, which of several listed ones it may be or at all. */
export interface OpenConversation {
  nick: string | null;
  /** The page lists conversations, of which one is open. */
  isListed: boolean;
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
export const shopOf = (name: string) => name.split(/[:：]/)[0]!;

export function isSeat(name: string): boolean {
  return /.[:：]./.test(name);
}

export function writersOf(
  messages: readonly WrittenMessage[],
  { nick: selected, isListed }: OpenConversation,
): Writers {
  const people = messages.flatMap(({ name, isOnSellersSide }) =>
    name && !SYSTEM.test(name) ? [{ name, isOnSellersSide }] : [],
  );
  const names = new Set(people.map(({ name }) => name));
  const shops = new Set([...[...names].filter(isSeat).map(shopOf), ...shopBySide(people)]);
  const others = [...names].filter((name) => name !== selected && !shops.has(shopOf(name)));
  // Beside a selected buyer who writes, a single other one is the shop.
  const isShopAlone = selected !== null && names.has(selected) && shops.size === 0 && others.length === 1;
  if (isShopAlone) shops.add(others[0]!);
  const strangers = isShopAlone ? [] : others;
  const alone = !isListed && shops.size > 0 && strangers.length === 1 ? strangers[0]! : null;
  const customer = selected ?? alone;
  return {
    customer,
    isSettled: customer !== null && names.has(customer) && (selected === null || strangers.length === 0),
    from({ name }) {
      if (name === null) return null;
      if (name === '' || SYSTEM.test(name)) return 'system';
      if (name === customer) return 'buyer';
      return shops.has(shopOf(name)) ? 'seller' : null;
    },
  };
}

/** The shop whose messages stand on its side; none where that side holds two names, or not all of one. */
function shopBySide(people: readonly { name: string; isOnSellersSide: boolean }[]): string[] {
  const sided = new Set(people.flatMap(({ name, isOnSellersSide }) => (isOnSellersSide ? [shopOf(name)] : [])));
  const isTorn = people.some(({ name, isOnSellersSide }) => !isOnSellersSide && sided.has(shopOf(name)));
  return sided.size === 1 && !isTorn ? [...sided] : [];
}
