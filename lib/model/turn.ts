/** One turn of a conversation, as the times beside its messages tell: the buyer wrote, and the shop answered or did not. Times alone. */
export interface Turn {
  /** The first message of the buyer that nobody had answered, epoch ms. */
  since: number;
  /** The shop's first message after it; null for none that was seen. */
  answeredAt: number | null;
  /** When it was last seen without an answer; `since` where it was answered at first sight. */
  openAt: number;
  /** Nothing but thanks: it wants no answer, though a platform may count it. */
  isThanks: boolean;
}
