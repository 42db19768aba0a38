/**
 * Finding records (orders, order lines) on a page without trusting its class names: a record is the piece of the page
 * around one id, up to where a second id would come in.
 */

import { elementsIn } from './layout.ts';
import { elementsReading } from './text.ts';

/** An id found on the page and the element that shows it. */
export interface IdSighting {
  id: string;
  element: Element;
}

/**
 * The piece of the page that belongs to each id: the highest ancestor that holds no other one. With one id alone that
 * would be the whole page, so the climb then stops at the smallest ancestor for which `isWhole` says yes.
 * @param isWhole once true, true for every ancestor
 * @returns id -> root, in page order; an id shown at several places keeps the first whole one
 */
export function recordRoots(
  sightings: readonly IdSighting[],
  top: Element,
  isWhole: (root: Element) => boolean,
): Map<string, Element> {
  const idsUnder = new Map<Element, Set<string>>();
  for (const { id, element } of sightings) {
    for (let node: Element | null = element; node !== null; node = node === top ? null : node.parentElement) {
      const ids = idsUnder.get(node);
      if (ids) ids.add(id);
      else idsUnder.set(node, new Set([id]));
    }
  }
  const roots = new Map<string, Element>();
  const isAlone = (idsUnder.get(top)?.size ?? 0) < 2;
  for (const { id, element } of sightings) {
    const known = roots.get(id);
    if (known && (known.contains(element) || isWhole(known))) continue;
    const climb = [element];
    while (climb.at(-1) !== top) {
      const parent = climb.at(-1)!.parentElement;
      if (!parent || (idsUnder.get(parent)?.size ?? 0) > 1) break;
      climb.push(parent);
    }
    roots.set(id, isAlone ? firstWhole(climb, isWhole) : climb.at(-1)!);
  }
  return roots;
}

/**
 * The lines of an order by what their links lead to; where several lead to one place, by the links with words, each below the
 * picture of its line.
 */
export function lineSightings(links: readonly Element[], idOf: (link: Element) => string): IdSighting[] {
  const isWorded = (link: Element) => !/^\s*(?:交易快照)?\s*$/.test(link.textContent ?? '');
  return links.map((element, index) => {
    const id = idOf(element);
    const worded = [...links.entries()].filter(([, link]) => idOf(link) === id && isWorded(link));
    const above = worded.filter(([place]) => place < index).length;
    return { id: worded.length > 1 ? `${id} ${above}` : id, element };
  });
}

/** The first of an element and its ancestors that is whole, else the last; in few questions, for each one reads a whole piece of the page. */
function firstWhole(climb: readonly Element[], isWhole: (root: Element) => boolean): Element {
  let low = 0;
  let high = climb.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWhole(climb[middle]!)) high = middle;
    else low = middle + 1;
  }
  return climb[low]!;
}

const MARK_CHARS = 200;

/**
 * Records that show no id: the whole pieces of the page around something every record shows (`mark`, its time) that touch
 * none of `roots`. Leaving them out would hide a loss.
 * @param without parts that are not of the page itself
 */
export function rootsWithoutId(
  mark: RegExp,
  roots: readonly Element[],
  top: Element,
  isWhole: (root: Element) => boolean,
  without: ReadonlySet<Element> = new Set(),
): Element[] {
  const known = new Set(roots);
  const strays = elementsReading(top, mark, {
    maxLength: MARK_CHARS,
    without: new Set([...known, ...without]),
    sign: /\d/,
  });
  if (strays.length === 0) return [];
  const ids = new Map([...roots, ...strays].map((element, index) => [String(index), element] as const));
  const found = recordRoots(
    [...ids].map(([id, element]) => ({ id, element })),
    top,
    isWhole,
  );
  return [...found.values()].filter(
    (root) => !known.has(root) && !roots.some((each) => root.contains(each)) && isWhole(root),
  );
}

/** True when `element` is one of `roots` or lies in one. */
export function isWithin(element: Element, roots: ReadonlySet<Element>): boolean {
  for (let node: Element | null = element; node !== null; node = node.parentElement) if (roots.has(node)) return true;
  return false;
}

/** Elements within `top` in the order of the page. */
export function inPageOrder(elements: readonly Element[], top: Element): Element[] {
  const wanted = new Set(elements);
  return elementsIn(top).filter((element) => wanted.has(element));
}

/** The cells of a row, whatever its tags: the children of the first descendant that has more than one. */
export function cellsOf(row: Element): Element[] {
  let element = row;
  while (element.children.length === 1) element = element.children[0]!;
  return [...element.children];
}
