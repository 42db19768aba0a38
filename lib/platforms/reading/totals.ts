/**
 * What a list says of itself: how many orders there are, which page this is, and whether anything but days limits it. Nothing of
 * it is needed to read an order; where a filter cannot be told, the total is one of an unknown filter.
 */
import type { PageTotals } from '../../model/capture.ts';
import { dayOf, parsePlatformTime } from '../../model/shanghai-time.ts';
import { allOrdersParams, allOrdersTabs, PAGE_SIZE, PLACED_RANGE, quietParams, TOTAL } from './list-filters.ts';
import { shortText, textOf } from './text.ts';

const PAGER = '[class*="pagination"], [class*="Pagination"]';
const PAGE_HERE = '[aria-current], .is-active, .active, .current, .next-current, [class*="item-active"]';
const TAB_HERE =
  '[role="tab"][aria-selected="true"], [class*="tabs"] > .is-active, [class*="tabs"] > .active, [class*="tab"].active, [class*="tabs"] [class*="tab-active"]';
const FIELD = 'input:not([type]), input[type="text"], input[type="search"], input[type="date"], input[type="tel"]';
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?$/;
const MAX_FIELDS = 200;

/** @returns null where the list says no total, or several */
export function readTotals(document: Document, url: URL): PageTotals | null {
  const pagers = [...document.querySelectorAll(PAGER)].filter((pager) => !pager.parentElement?.closest(PAGER));
  const text = pagers.map((pager) => textOf(pager)).join('\n');
  const totals = new Set([...text.matchAll(TOTAL)].map((match) => Number(match[1]!.replaceAll(',', ''))));
  if (totals.size !== 1) return null;
  return {
    total: [...totals][0]!,
    page: pageHere(pagers) ?? numberIn(url, ['current', 'pageNum', 'pageNo', 'page']),
    pageSize: pageSizeIn(pagers, text) ?? numberIn(url, ['pageSize']),
    ...filterOf(document, url, pagers),
  };
}

function pageHere(pagers: readonly Element[]): number | null {
  const pages = pagers
    .flatMap((pager) => [...pager.querySelectorAll(PAGE_HERE)])
    .map(textOf)
    .filter((text) => /^\d{1,6}$/.test(text));
  return new Set(pages).size === 1 ? positive(pages[0]!) : null;
}

/** Of a list of sizes the chosen one; else the only one that is written. */
function pageSizeIn(pagers: readonly Element[], text: string): number | null {
  const choices = pagers.flatMap((pager) => [...pager.querySelectorAll('select')]);
  const [chosen] = choices.map((choice) => PAGE_SIZE.exec(textOf(choice.options[choice.selectedIndex] ?? choice))?.[1]);
  const written = text.match(new RegExp(PAGE_SIZE, 'g')) ?? [];
  const size = chosen ?? (new Set(written).size === 1 ? PAGE_SIZE.exec(written[0]!)![1] : undefined);
  return size === undefined ? null : positive(size, 500);
}

function numberIn({ searchParams }: URL, names: readonly string[]): number | null {
  const text = names.map((name) => searchParams.get(name)).find((value) => value !== null) ?? '';
  return /^\d{1,6}$/.test(text) ? positive(text, names.includes('pageSize') ? 500 : 1_000_000) : null;
}

function positive(text: string, max = 1_000_000): number | null {
  const number = Number(text);
  return number > 0 && number <= max ? number : null;
}

type Filter = Pick<PageTotals, 'filter' | 'days' | 'lastDays'>;
const UNKNOWN: Filter = { filter: null, days: null, lastDays: null };

/** Every order of some days: the tab of all, nothing searched for, days by the time of the order. */
function filterOf(document: Document, url: URL, pagers: readonly Element[]): Filter {
  const tab = allTab(document, url);
  const fields = filledFields(document, pagers);
  if (tab === null || fields === null) return UNKNOWN;
  const dates = fields.filter(({ value }) => DAY.test(value));
  if (dates.length < fields.length) return UNKNOWN;
  if (dates.length === 0) return { filter: 'all', days: null, lastDays: tab.lastDays };
  const isOfPlacingAlone = dates.length === 2 && dates.every(isOfPlacing);
  const [from = NaN, to = NaN] = isOfPlacingAlone ? dates.map(({ value }) => dayIn(value)) : [];
  return from <= to ? { filter: 'all', days: [from, to], lastDays: null } : UNKNOWN;
}

function allTab(document: Document, { searchParams }: URL): { lastDays: number | null } | null {
  for (const [name, value] of searchParams) {
    if (value !== '' && !quietParams.has(name) && allOrdersParams[name] !== value) return null;
  }
  const shown = new Set(
    [...document.querySelectorAll(TAB_HERE)].map((tab) => textOf(tab).replace(/[(（]\d+[)）]$/, '')),
  );
  const known = [...shown].filter((text) => Object.hasOwn(allOrdersTabs, text));
  if (known.length === 1 && shown.size === 1) return allOrdersTabs[known[0]!]!;
  const isNamed = Object.entries(allOrdersParams).some(([name, value]) => searchParams.get(name) === value);
  return shown.size === 0 && isNamed ? { lastDays: null } : null;
}

/** What stands in the fields above a list, as the person sees it now; null when there are too many to look at. */
function filledFields(document: Document, pagers: readonly Element[]): { value: string; element: Element }[] | null {
  const fields = [...document.querySelectorAll<HTMLInputElement>(FIELD)];
  if (fields.length > MAX_FIELDS) return null;
  return fields
    .filter(
      (field) => !pagers.some((pager) => pager.contains(field)) && !field.closest('table, .card, [class*="select"]'),
    )
    .map((element) => ({ value: element.value.trim(), element }))
    .filter(({ value }) => value !== '');
}

function isOfPlacing({ element }: { element: Element }): boolean {
  let node = element.parentElement;
  for (let level = 0; level < 5 && node !== null; level += 1, node = node.parentElement) {
    const text = shortText(node, 120) ?? '';
    if (/\p{Script=Han}{2}/u.test(text)) return PLACED_RANGE.test(text) && !/付款|支付/.test(text);
  }
  return false;
}

/** NaN for a day that does not exist. */
function dayIn(text: string): number {
  try {
    return dayOf(parsePlatformTime(`${DAY.exec(text)![1]!} 00:00`));
  } catch {
    return NaN;
  }
}
