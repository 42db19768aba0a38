/** A trouble of a known cause. */
export interface CausedTrouble {
  /** Null where at most a mask is known. */
  customerId: string | null;
  /** When it came, epoch ms. */
  at: number;
}
