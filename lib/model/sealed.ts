/**
 * Texts that the lock has sealed. Whoever meets one without its key passes it on as it is: it stands for the name, key or note that it was.
 * What merging has to know of it is said in the clear at its head: whether it was a mask, or a number.
 */

/** No page shows a name that begins with a control character; the border refuses one that does. */
export const SEALED = '\u0001lk1';

/** `m`: a mask; `u`: digits alone, such as a Taobao uid; `n`: anything else. */
export type SealedFlag = 'm' | 'u' | 'n';

export function isSealed(text: string): boolean {
  return text.startsWith(SEALED);
}

/** @param sealed a text for which `isSealed` holds */
export function sealedFlagOf(sealed: string): SealedFlag {
  return sealed.charAt(SEALED.length) as SealedFlag;
}

/** Of the id of the key. */
const ID_CHARS = 8;
/** Prefix, flag, id of the key, colon. */
export const SEALED_HEAD_CHARS = SEALED.length + 1 + ID_CHARS + 1;
export const SEALED_MARK_CHARS = 16;

/** By this one text is known as the same again, whichever key sealed it. @param sealed a text for which `isSealed` holds */
export function markIn(sealed: string): string {
  return sealed.slice(SEALED_HEAD_CHARS, SEALED_HEAD_CHARS + SEALED_MARK_CHARS);
}
