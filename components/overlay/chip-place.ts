/** Where a chip may stand: beside or below the buyer's name, never over the page's own words. */

import { liesOver } from './layers.ts';

export interface Place {
  x: number;
  y: number;
  /** Room for the first character only. */
  isShort: boolean;
}

const GAP_PX = 6;
const HEIGHT_PX = 18;
/** Of a chip of one character. */
const SHORT_PX = 25;
/** Further away a chip no longer belongs to the name. */
const FAR_PX = 160;

/**
 * @param anchor the element that shows the buyer's name
 * @param width of the whole chip, CSS pixels
 * @returns viewport coordinates of the chip's left middle, or null while the anchor is off screen or covered by the
 *   page itself, and where the page's own words and controls leave no room
 */
export function placeFor(anchor: Element, width: number, view: Window): Place | null {
  if (!anchor.isConnected) return null;
  const text = textBox(anchor);
  const middle = text.top + text.height / 2;
  if (text.width === 0 || middle < 0 || middle > view.innerHeight || text.left > view.innerWidth) return null;
  const top = anchor.ownerDocument.elementFromPoint(text.left + Math.min(text.width / 2, 8), middle);
  if (!top || !(anchor.contains(top) || top.contains(anchor))) return null;

  /** A dialog or a menu of the page may lie over the place beside a name that is itself in sight. */
  const seen = (place: Place): Place | null => {
    const wide = place.isShort ? SHORT_PX : width;
    const isOver = [2, wide - 2].some((step) =>
      liesOver(anchor.ownerDocument.elementFromPoint(place.x + step, place.y), anchor),
    );
    return isOver ? null : place;
  };
  const right = text.right + GAP_PX;
  const onLine = freeSpotOnLine(anchor, right, middle, width);
  if (onLine !== null) return seen({ x: Math.round(onLine), y: Math.round(middle), isShort: false });
  const below = text.bottom + HEIGHT_PX / 2 + 2;
  if (blockerAt(anchor, text.left, below, width) === null)
    return seen({ x: Math.round(text.left), y: Math.round(below), isShort: false });
  if (blockerAt(anchor, right, middle, SHORT_PX) !== null) return null;
  return seen({ x: Math.round(right), y: Math.round(middle), isShort: true });
}

function textBox(element: Element): DOMRect {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** Right after the name, or after the words that follow it closely on its line, within the box that holds both. */
function freeSpotOnLine(anchor: Element, right: number, middle: number, width: number): number | null {
  let left = right;
  for (let tries = 0; tries < 3 && left < right + FAR_PX; tries += 1) {
    const blocker = blockerAt(anchor, left, middle, width);
    if (blocker === null) return left;
    const line = commonAncestor(anchor, blocker.element).getBoundingClientRect();
    left = blocker.right + GAP_PX;
    if (left + width > line.right) return null;
  }
  return null;
}

function commonAncestor(a: Element, b: Element): Element {
  let ancestor = a;
  while (!ancestor.contains(b) && ancestor.parentElement) ancestor = ancestor.parentElement;
  return ancestor;
}

interface Blocker {
  element: Element;
  /** Its right edge, viewport coordinates. */
  right: number;
}

const SOLID = /^(IMG|INPUT|BUTTON|TEXTAREA|SELECT|SVG|VIDEO|CANVAS|IFRAME)$/i;
const CONTROL =
  'a, button, label, summary, [role="button"], [role="link"], [role="checkbox"], [role="switch"], [role="menuitem"], [tabindex]';

/** The words, picture or control of the page that stands where the chip would; null when the place is free. */
function blockerAt(anchor: Element, left: number, middle: number, width: number): Blocker | null {
  const document = anchor.ownerDocument;
  for (const x of [left + 2, left + width / 2, left + width - 2]) {
    const element = document.elementFromPoint(x, middle);
    if (element === null) return { element: document.documentElement, right: Infinity };
    const solid = SOLID.test(element.tagName) ? element : controlOf(element, anchor);
    if (solid) return { element: solid, right: solid.getBoundingClientRect().right };
    const right = rightOfWords(element, left, left + width, middle);
    if (right !== null) return { element, right };
  }
  return null;
}

/** What may be clicked there, an icon without words among it; not what holds the name as well, such as a row that opens. */
function controlOf(element: Element, anchor: Element): Element | null {
  const control = element.closest(CONTROL);
  if (control && !control.contains(anchor)) return control;
  const isClickable = (one: Element) => getComputedStyle(one).cursor === 'pointer';
  return !element.contains(anchor) && isClickable(element) && !isClickable(commonAncestor(anchor, element))
    ? element
    : null;
}

/** Right edge of the element's own words that reach into a box around `middle`, or null. */
function rightOfWords(element: Element, left: number, right: number, middle: number): number | null {
  const reachesIn = (box: DOMRect) =>
    box.left < right && box.right > left && box.top < middle + HEIGHT_PX / 2 && box.bottom > middle - HEIGHT_PX / 2;
  for (const node of element.childNodes) {
    if (node.nodeType !== 3 || (node.nodeValue ?? '').trim() === '') continue;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(node);
    const box = [...range.getClientRects()].find(reachesIn);
    if (box) return Math.max(box.right, element.getBoundingClientRect().right);
  }
  return null;
}
