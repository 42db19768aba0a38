/** The lines of a JD order: the documented class, else the pieces of the page around the links to the articles. */
import type { OrderItem } from '../../model/order.ts';
import { agreedAmount, amountsIn, certainAmounts } from '../reading/amounts.ts';
import { NOT_A_UNIT_PRICE } from './detail-labels.ts';
import { ReadError } from '../reading/read-error.ts';
import { isWithin, lineSightings, recordRoots } from '../reading/records.ts';
import { clean, elementsReading, textOf, wholeText } from '../reading/text.ts';

const ITEM = '.sku-info-list__item';
const ITEM_NAME = '.sku-name';
const PRICE = /^(?:单价|京东价|商品单价|价格|售价|成交单?价)$/;
/** Leads to an article: to one of the order's, or to one that the page praises. */
export const ITEM_LINK = 'a[href*="item.jd.com/"]';

/**
 * The lines of an order: by class, else the pieces around the links to their articles.
 * @param without parts that speak of something else
 */
export function itemRoots(card: Element, without: ReadonlySet<Element> = new Set()): Element[] {
  const within = (selector: string) => [...card.querySelectorAll(selector)].filter((each) => !isWithin(each, without));
  const anchored = within(ITEM);
  if (anchored.length > 0) return anchored;
  const sightings = lineSightings(within(ITEM_LINK), (link) => skuIdOf(link) ?? '');
  const isWhole = (root: Element) => amountsIn(root).length > 0 && quantityIn(root) !== null;
  return [...recordRoots(sightings, card, isWhole).values()];
}

function skuIdOf(link: Element | null): string | null {
  return /item\.jd\.com\/(\d+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
}

/** x2, 数量 2; 2件 where nothing else says it, for an article may be called so, too. */
const COUNTS = [/^(?:[x×X]|数量\s*[:：]?)\s*\d{1,6}$/, /^(?:共\s*)?\d{1,6}\s*件$/];

/** How many pieces; null where that is not said once. Not what the title says. */
export function quantityIn(root: Element): number | null {
  const without = titleOf(root);
  const shown = COUNTS.map((count) => elementsReading(root, count, { maxLength: 16, sign: /\d/, without }));
  const [one, ...others] = shown.find((elements) => elements.length > 0) ?? [];
  return one && others.length === 0 && !goesOn(one) ? Number(/\d+/.exec(textOf(one))![0]) : null;
}

/** Digits alone stand behind it: "x1" "2". */
function goesOn(count: Element): boolean {
  return /^\d+$/.test(clean(count.nextElementSibling?.textContent ?? ''));
}

/**
 * One line of an order.
 * @throws ReadError when its title, count, price or article is not certain
 */
export function readItem(item: Element): OrderItem {
  const quantity = quantityIn(item);
  if (itemTitle(item) === '') throw new ReadError('item title');
  if (quantity === null) throw new ReadError('item quantity');
  return {
    title: itemTitle(item).slice(0, 500),
    quantity,
    skuId: skuIdIn(item),
    unitPriceFen: unitPriceIn(item),
    afterSale: 'none',
  };
}

/** The amount that stands alone on its line, or behind the word for a price; what stands behind other words (定金, 优惠) is none. */
function unitPriceIn(item: Element): number | null {
  const amounts = certainAmounts(item, 'unit price', titleOf(item));
  const prices = amounts.filter(({ label, isBare }) => PRICE.test(label) || (isBare && !NOT_A_UNIT_PRICE.test(label)));
  return agreedAmount(prices.length > 0 ? prices : amounts, 'unit price');
}

/** The name of the article, whole; empty where there is none. */
export function itemTitle(item: Element): string {
  const [name] = titleOf(item);
  return name ? wholeText(name) : '';
}

/** Where the name stands: prices and counts in it are words. */
export function titleOf(item: Element): Set<Element> {
  const name = item.querySelector(ITEM_NAME) ?? titleLink(item);
  return new Set(name ? [name] : []);
}

/**
 * The article's id, as it is written and as it is linked.
 * @throws ReadError when the two differ
 */
export function skuIdIn(item: Element): string | null {
  const sku = /skuId\s*[:：]?\s*(\d{5,20})/i.exec(textOf(item))?.[1];
  const linked = skuIdOf(item.querySelector(ITEM_LINK));
  if (sku && linked && sku !== linked) throw new ReadError('sku id (several differ)');
  return sku ?? linked;
}

/** The link with the words; the picture is one, too. */
function titleLink(item: Element): Element | null {
  return [...item.querySelectorAll(ITEM_LINK)].find((link) => textOf(link) !== '') ?? null;
}
