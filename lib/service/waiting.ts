/** Whether a buyer waits for an answer, as the chat shows it. Of what was written only that it wants one is looked at. */
import type { ChatMessage } from '../model/capture.ts';
import { isSmallTalk } from './small-talk.ts';
import type { SmallTalk } from './small-talk-schema.ts';

/** What the open conversation says. */
export type SeenWait =
  /** The first message that nobody answered; null where the page says no time. */
  | { isWaiting: true; since: number | null }
  /** The shop's first message after that one; null where the page says no time, or it is out of sight. */
  | { isWaiting: false; answeredAt: number | null };

/**
 * @param messages the oldest first
 * @param since when the buyer began to wait, as it was seen before; null for not known
 */
export function seenWait(messages: readonly ChatMessage[], since: number | null, smallTalk: SmallTalk): SeenWait {
  const lastOfShop = messages.findLastIndex(({ from }) => from === 'seller');
  const open = messages
    .slice(lastOfShop + 1)
    .find(({ from, text }) => from === 'buyer' && !isSmallTalk(text, smallTalk));
  if (open) return { isWaiting: true, since: open.at ?? null };
  const answer = messages.find(
    ({ from, at }) => from === 'seller' && at !== undefined && since !== null && at >= since,
  );
  return { isWaiting: false, answeredAt: answer?.at ?? null };
}
