/** A buyer who waited for an answer in the chat, the last time that they did. */
import type { Matter } from '../model/matter.ts';

export interface WaitRecord {
  customerId: string;
  shopId: string;
  /** When the buyer wrote, epoch ms. */
  since: number;
  /** The page said so; else it is when we first saw it. */
  isExact: boolean;
  matter: Matter;
  /** When the conversation was last in sight. */
  seenAt: number;
  /** `unseen`: answered while nobody looked, so that nobody knows when. */
  state: 'waiting' | 'answered' | 'unseen';
  answeredAt: number | null;
}
