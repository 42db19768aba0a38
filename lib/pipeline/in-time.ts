/** Records that were stored while the clock was ahead: after it was put right, whatever is seen is later than they are. */

/** @param now epoch ms; nothing can have been seen later than this */
export function inTime<Stored extends { seenAt: number }>(stored: Stored, now: number): Stored {
  return stored.seenAt > now ? { ...stored, seenAt: 0 } : stored;
}
