/** What a text from the clipboard is: told by its form alone. It is looked at and forgotten; nothing of it is stored. */
import type { ChatMessage } from './capture.ts';
import type { Fen } from './money.ts';
import type { Platform } from './platform.ts';

export interface PastedMessage {
  /** Empty for what the platform itself says. */
  name: string;
  /** Null where it is not certain on which side its writer stands. */
  from: ChatMessage['from'] | null;
  /** Empty for a picture or a card: copying leaves those out. */
  text: string;
  /** Epoch ms; left out where the copy does not say the day. */
  at?: number;
}

/** A conversation as it was copied, oldest first. */
export interface PastedChat {
  messages: PastedMessage[];
  /** Messages there were, of which only the last ones are kept. */
  total: number;
  /** The people in it, whoever is likelier the buyer first. */
  names: string[];
  /** The buyer's nick; null while it is not certain which of them that is. */
  buyer: string | null;
  /** Lines before the first message that says who wrote: the end of one that was copied in part. */
  leftOutLines: number;
}

/** One order of the list beside the chat. */
export interface PastedOrder {
  orderId: string;
  /** In the panel's own words; null where none stands above the number. */
  statusText: string | null;
  /** "04-03 04:16:49": the panel leaves the year out, and so do we. */
  placedText: string | null;
  amountFen: Fen | null;
}

/** The list of orders and coupons that stands beside the chat. */
export interface PastedPanel {
  nick: string | null;
  orders: PastedOrder[];
  /** How many the panel says there are; null where it does not say. */
  orderTotal: number | null;
  couponTotal: number | null;
}

export type Pasted =
  | { kind: 'nothing' }
  | { kind: 'nick'; nick: string }
  /** An order number, or the tail of one. */
  | { kind: 'number'; digits: string }
  | { kind: 'chat'; chat: PastedChat }
  | { kind: 'panel'; panel: PastedPanel }
  /** A text without a writer: perhaps the one sentence that somebody copied. */
  | { kind: 'words'; text: string };

/** A customer that the text may be about. */
export interface PastedPerson {
  customerId: string;
  shopId: string;
  platform: Platform;
  /** Masked for the screen. */
  display: string;
  /** The order that led to them; null for a name. */
  orderId: string | null;
  /** False for a nick of which no order was seen. */
  isSeen: boolean;
}

/** A pasted text, and whom the store knows of the people in it. */
export interface PasteAnswer {
  pasted: Pasted;
  /** Certain; null where nobody is, or several may be. */
  person: PastedPerson | null;
  /** To choose from. */
  others: PastedPerson[];
  /** Whose conversation it is; null where its accounts are not known. */
  shop: { shopId: string; name: string | null; platform: Platform } | null;
  /** The order was seen, with a mask in place of its buyer. */
  isMaskedOrder: boolean;
}
