/** Where a chip may stand: beside or below the buyer's name, never over the page's own words. */

export interface Place {
  x: number;
  y: number;
  /** Room for the first character only. */
  isShort: boolean;
}

const GAP_PX = 6;
const HEIGHT_PX = 18;

/**
 * @param anchor the element that shows the buyer's name
 * @param width of the whole chip, CSS pixels
 * @returns viewport coordinates of the chip's left middle, or null while the anchor is off screen or covered by the page itself
 */
export function placeFor(anchor: Element, width: number, view: Window): Place | null {
  if (!anchor.isConnected) return null;
  const text = textBox(anchor);
  const middle = text.top + text.height / 2;
  if (text.width === 0 || middle < 0 || middle > view.innerHeight || text.left > view.innerWidth) return null;
  const top = anchor.ownerDocument.elementFromPoint(text.left + Math.min(text.width / 2, 8), middle);
  if (!top || !(anchor.contains(top) || top.contains(anchor))) return null;

  const right = text.right + GAP_PX;
  const below = middle + text.height / 2 + HEIGHT_PX / 2 + 2;
  if (isFree(anchor.ownerDocument, right, middle, width))
    return { x: Math.round(right), y: Math.round(middle), isShort: false };
  if (isFree(anchor.ownerDocument, text.left, below, width))
    return { x: Math.round(text.left), y: Math.round(below), isShort: false };
  return { x: Math.round(right), y: Math.round(middle), isShort: true };
}

function textBox(element: Element): DOMRect {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** No words, pictures or controls of the page where the chip would stand. */
function isFree(document: Document, left: number, middle: number, width: number): boolean {
  const columns = [left + 2, left + width / 2, left + width - 2];
  return columns.every((x) => {
    const element = document.elementFromPoint(x, middle);
    return (
      element !== null &&
      !/^(IMG|INPUT|BUTTON|TEXTAREA|SELECT|SVG|VIDEO|CANVAS)$/i.test(element.tagName) &&
      !hasWordsAt(element, left, left + width, middle)
    );
  });
}

function hasWordsAt(element: Element, left: number, right: number, middle: number): boolean {
  for (const node of element.childNodes) {
    if (node.nodeType !== 3 || (node.nodeValue ?? '').trim() === '') continue;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (
        box.left < right &&
        box.right > left &&
        box.top < middle + HEIGHT_PX / 2 &&
        box.bottom > middle - HEIGHT_PX / 2
      )
        return true;
    }
  }
  return false;
}
