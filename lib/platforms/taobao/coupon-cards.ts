/** Coupons on a page without captions: each is the piece of the page around its terms, with a state or a time among it. */
import { plain, seamedLines } from '../reading/named-values.ts';
import { controlsBeside } from '../reading/listed-records.ts';
import { inPageOrder, recordRoots } from '../reading/records.ts';
import { elementsReading } from '../reading/text.ts';
import { couponNaming, STATE } from './coupon-words.ts';
import { termsIn } from './coupon-terms.ts';

const LIKE_TERMS = /满\s*[¥￥]?\s*\d|无(?:使用)?门槛|^(?:优惠券?)?面[额值]/;
const DAY = /\d{4}[-./年]\d{1,2}[-./月]\d{1,2}/;

export function couponCards(body: Element): Element[] {
  const shown = elementsReading(body, LIKE_TERMS, { maxLength: 40 });
  const without = new Set(controlsBeside(body, shown));
  const known = new Map<Element, ReadonlySet<string>>();
  const kinds = (root: Element) => {
    const found = known.get(root) ?? kindsOf(seamedLines(root, { without }));
    known.set(root, found);
    return found;
  };
  const isWhole = (root: Element) => {
    const found = kinds(root);
    return found.has('terms') && (found.has('state') || found.has('time'));
  };
  const cores = innermost(
    shown.flatMap((anchor) => around(anchor, body).find(isWhole) ?? []),
    body,
  );
  const all = kinds(body).size;
  const sightings = cores.map((element, index) => ({ id: String(index), element }));
  const roots = recordRoots(sightings, body, (root) => kinds(root).size >= all).values();
  return withNeighbours([...roots], body, (box) => kinds(box).size > 2);
}

/** An element and what is around it, from within. */
function around(element: Element, top: Element): Element[] {
  const climb = [element];
  while (climb.at(-1) !== top && climb.at(-1)!.parentElement) climb.push(climb.at(-1)!.parentElement!);
  return climb;
}

/** Those that have no other of them inside. */
function innermost(elements: readonly Element[], top: Element): Element[] {
  const outer = new Set(elements.flatMap((element) => around(element, top).slice(1)));
  return [...new Set(elements)].filter((element) => !outer.has(element));
}

/** With the boxes of the same kind beside them: they are coupons, too, whatever they have lost. */
function withNeighbours(roots: readonly Element[], body: Element, isCoupon: (box: Element) => boolean): Element[] {
  const own = new Set(roots);
  const kindOf = (box: Element) => `${box.tagName} ${box.className}`;
  const parents = Map.groupBy(roots, (root) => root.parentElement);
  const boxes = [...parents].flatMap(([parent, ofParent]) => {
    const kinds = new Set(ofParent.map(kindOf));
    return [...(parent?.children ?? [])].filter((box) => kinds.has(kindOf(box)) && (own.has(box) || isCoupon(box)));
  });
  return inPageOrder([...roots, ...boxes], body);
}

/** What of a coupon stands among these lines. */
function kindsOf(lines: readonly string[]): Set<string> {
  const kinds = new Set<string>();
  const labelled = couponNaming.labelledIn(lines);
  for (const field of labelled.keys()) if (field !== null && field !== 'other') kinds.add(field);
  for (const line of lines.map(plain)) {
    const { faces, thresholds } = termsIn(line);
    if (faces.length + thresholds.length > 0) kinds.add('terms');
    else if (STATE.test(line)) kinds.add('state');
    else if (DAY.test(line)) kinds.add('time');
    else if (!couponNaming.captioned(line)) kinds.add('words');
  }
  if (kinds.has('face') || kinds.has('threshold')) kinds.add('terms');
  if (kinds.has('status')) kinds.add('state');
  return kinds;
}
