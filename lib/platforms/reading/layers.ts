/**
 * What lies over a page or is kept on it unseen: dialogs, drawers, tooltips, hidden panes. It may show whole orders, and none of
 * them is of the list or the order that the page is about.
 */
import { step } from './course.ts';
import type { RowReading } from './rows.ts';

/** By role and by what hides it; by class where the consoles' own libraries (`jd-`, `next-`) name it so. */
const LAYERS = [
  'dialog, [role="dialog"], [role="alertdialog"], [role="tooltip"], [aria-modal="true"]',
  '.jd-overlay, .jd-dialog, .jd-drawer, .jd-popover, .jd-popper, .jd-tooltip__popper, .jd-message-box, .jd-notification',
  '.next-overlay-wrapper, .next-overlay-inner, .next-dialog, .next-drawer, .next-balloon',
  '[hidden], [style*="display: none"], [style*="display:none"], [style*="visibility: hidden"], [style*="visibility:hidden"]',
].join(',');

/** The layers on a page, or in a part of it. */
export function layersOf(root: ParentNode): Set<Element> {
  return step(() => new Set(root.querySelectorAll(LAYERS)));
}

/**
 * A row without the layers in it. Where there are some it is read from a copy without them, in a document of its own: there
 * nothing is loaded a second time.
 * @param layers those of the page
 * @param read must look at the row alone, not around it
 */
export function readBare<Value>(
  row: Element,
  layers: ReadonlySet<Element>,
  read: (row: Element) => RowReading<Value>,
): RowReading<Value> {
  if (![...layers].some((layer) => row.contains(layer))) return read(row);
  const { copy, originalOf } = step(() => bareCopy(row));
  const { value, buyerElement } = read(copy);
  return { value, buyerElement: buyerElement === null ? null : (originalOf.get(buyerElement) ?? row) };
}

function bareCopy(row: Element): { copy: Element; originalOf: ReadonlyMap<Element, Element> } {
  const inert = row.ownerDocument.implementation.createHTMLDocument('');
  const copy = inert.body.appendChild(inert.importNode(row, true));
  const originals = [...row.querySelectorAll('*')];
  const originalOf = new Map([...copy.querySelectorAll('*')].map((element, index) => [element, originals[index]!]));
  for (const layer of copy.querySelectorAll(LAYERS)) layer.remove();
  return { copy, originalOf };
}
