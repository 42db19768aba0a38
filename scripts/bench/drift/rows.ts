/** Where the orders of a fixture stand on its page: known from what must be read, not from what a reader finds. */
import type { PrintedPage } from '../../liuke/printed-page.ts';

/** The element of each expected order, found by its id; an order that cannot be found has none. */
export function rowsOf(document: Document, { orders = [] }: PrintedPage): Element[] {
  const ids = [...new Set(orders.map(({ orderId }) => orderId))];
  return ids.flatMap((id) => {
    const others = ids.filter((other) => other !== id);
    const row = rowAround(document, id, others, orders.find(({ orderId }) => orderId === id)!.items[0]?.title ?? '');
    return row ? [row] : [];
  });
}

/** The smallest element with the id and the first title; where other orders are on the page, the largest without them. */
function rowAround(document: Document, id: string, others: readonly string[], title: string): Element | null {
  const holds = (element: Element, text: string) => (element.textContent ?? '').includes(text);
  let row = [...document.body.querySelectorAll('*')].findLast(
    (element) => holds(element, id) && holds(element, title) && !isCode(element),
  );
  for (let up = row?.parentElement; up && up !== document.body; up = up.parentElement) {
    if (others.length === 0 || others.some((other) => holds(up, other)) || up.querySelector('script')) break;
    row = up;
  }
  return row && !row.querySelector('script') ? row : null;
}

export function isCode(element: Element): boolean {
  return ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(element.tagName);
}

/** The text nodes that a person reads. */
export function shownTexts(document: Document): Text[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !isCode(element) && element.closest('select, textarea') === null)
    .flatMap((element) => [...element.childNodes])
    .filter((node): node is Text => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
}
