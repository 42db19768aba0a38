/** What of the page lies over the rest of it: its dialogs, drawers and menus. */

const LAYER = 'dialog, [role="dialog"], [role="alertdialog"], [role="menu"], [aria-modal="true"]';

/** @param top what is seen at a point, and is or is in a layer that the element is not in */
export function liesOver(top: Element | null, element: Element): boolean {
  const { body } = element.ownerDocument;
  for (let node = top; node && !node.contains(element); node = node.parentElement) {
    const { position } = getComputedStyle(node);
    if (node.matches(LAYER) || position === 'fixed' || (position === 'absolute' && node.parentElement === body))
      return true;
  }
  return false;
}
