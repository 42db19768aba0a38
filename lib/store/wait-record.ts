/** How long a buyer waits for answers in the chat: the last time, and the turns of late. Times alone. */
import type { Matter } from '../model/matter.ts';
import type { Turn } from '../model/turn.ts';

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
  /** Of the last two months, as far as the page told their times, the oldest first; absent in older records. */
  turns?: Turn[];
}
