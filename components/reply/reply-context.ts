/** For whom a reply is written, and from where. */
import type { Suggestion } from '../../lib/actions/suggest.ts';
import type { WholePast } from '../../lib/insight/whole-past.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import type { Platform } from '../../lib/model/platform.ts';
import type { ReplyOffer, ReplyPoints } from '../../lib/replies/fill-values.ts';
import type { Heard } from '../../lib/replies/heard.ts';
import type { OrderRecord } from '../../lib/store/records.ts';

export interface ReplyContext {
  /** Null where the buyer is only a mask: a text can be copied, nothing is recorded. */
  customerId: string | null;
  /** Whose rules the text is held against; null for the shipped ones alone. */
  shopId: string | null;
  platform: Platform;
  /** Own tier first. */
  tierIds: readonly string[];
  /** Newest first. */
  orders: readonly OrderRecord[];
  /** Order ids of after-sale cases that wait. */
  openOrderIds: readonly string[];
  /** Null unless everything of their past was seen: then the person writes what is asked for. */
  wholePast: WholePast | null;
  /** How many of their points expire and when, as somebody wrote down; null for not known. */
  points: ReplyPoints | null;
  /** As the page calls it; null where it does not. */
  shopName: string | null;
  /** The chat with this very customer, when it is open in the active tab. */
  chat: NonNullable<PageState['chat']> | null;
  /** What its words speak of; undefined until it is known. */
  heard: Heard | undefined;
  tabId: number | null;
  /** What the words are for: the suggestion that was asked for, else the first one. */
  suggestion: Suggestion | null;
}

/** The coupon to put into the words; a standing discount or one without an end is left for the person to write. */
export function replyOfferOf(suggestion: Suggestion | null): ReplyOffer | null {
  const offer = suggestion?.offer;
  if (offer?.kind !== 'coupon' || offer.validDays === null) return null;
  return { thresholdFen: offer.thresholdFen, faceValueFen: offer.faceValueFen, validDays: offer.validDays };
}
