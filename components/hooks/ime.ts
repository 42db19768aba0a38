/** Keys that an input method needs are its own. */

/** True while an input method composes; 229 is what browsers report of such keys. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}
