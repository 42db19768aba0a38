/** Whether the same words go out so often that they read like a mass message (TPL-24): counted by template, no text is kept. */

/** The last Shanghai day on which a reply was used, and the customers it was used for then. */
export interface LastUse {
  day: number;
  customerIds: Set<string>;
}

/** What is to be said before the same words go out once more. */
export type SameWords = { kind: 'toBuyer' } | { kind: 'toMany'; buyers: number };

/** From so many buyers on a day; the practice asks for a number and names none. */
export const SAME_WORDS_BUYERS = 20;

/**
 * @param lastUse null where the reply was never used
 * @param asked isAnswer: the buyer's words wait for it; an answer is no mass message, however often it is asked for
 * @returns null where nothing is to be said
 */
export function sameWords(
  lastUse: LastUse | null,
  { customerId, isAnswer, today }: { customerId: string | null; isAnswer: boolean; today: number },
): SameWords | null {
  if (lastUse?.day !== today) return null;
  if (customerId !== null && lastUse.customerIds.has(customerId)) return { kind: 'toBuyer' };
  const buyers = lastUse.customerIds.size;
  return isAnswer || buyers < SAME_WORDS_BUYERS ? null : { kind: 'toMany', buyers };
}
