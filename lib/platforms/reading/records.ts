/**
 * Finding records (orders, order lines) on a page without trusting its class names: a record is the piece of the page
 * around one id, up to where a second id would come in.
 */

/** An id found on the page and the element that shows it. */
export interface IdSighting {
  id: string;
  element: Element;
}

/**
 * The piece of the page that belongs to each id: the highest ancestor that holds no other one. With one id alone that
 * would be the whole page, so the climb then stops at the smallest ancestor for which `isWhole` says yes.
 * @returns id -> root, in page order; an id shown at several places keeps the first whole one
 */
export function recordRoots(sightings: readonly IdSighting[], top: Element, isWhole: (root: Element) => boolean): Map<string, Element> {
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
    let root = element;
    while (root !== top && !(isAlone && isWhole(root))) {
      const parent = root.parentElement;
      if (!parent || (idsUnder.get(parent)?.size ?? 0) > 1) break;
      root = parent;
    }
    roots.set(id, root);
  }
  return roots;
}

/** The cells of a row, whatever its tags: the children of the first descendant that has more than one. */
export function cellsOf(row: Element): Element[] {
  let element = row;
  while (element.children.length === 1) element = element.children[0]!;
  return [...element.children];
}
