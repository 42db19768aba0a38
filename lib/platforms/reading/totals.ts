/**
 * What a list says of itself: how many orders there are, which page this is, and whether anything but days limits it. Nothing of
 * it is needed to read an order; where a filter cannot be told, the total is one of an unknown filter.
 */
import type { PageTotals } from '../../model/capture.ts';
import { dayOf, parsePlatformTime } from '../../model/shanghai-time.ts';
import { allOrdersParams, allOrdersTabs, PAGE_SIZE, PLACED_RANGE, quietParams, TOTAL } from './list-filters.ts';
import { shortText, textOf } from './text.ts';

const PAGER = '[class*="agination"]';
const HERE = '.is-active, .active, .current, [aria-selected="true"]';
const PAGE_HERE = `[aria-current], .next-current, [class*="item-active"], ${HERE}`;
const TAB = '[class*="tab"], [role="tab"]';
/** Where values of fields are no search: the pager, the rows, and choices that show a value of their own. */
const NO_SEARCH = `${PAGER}, table, .card, [class*="select"]`;
const NOT_TYPED = /^(?:checkbox|radio|hidden|button|submit|image|file)$/;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** @returns null where the list says no total, or several */
export function readTotals(document: Document, { searchParams }: URL): PageTotals | null {
  const pagers = [...document.querySelectorAll(PAGER)];
  const text = pagers.map(textOf).join('\n');
  const total = only([...text.matchAll(TOTAL)].map((match) => match[1]!.replaceAll(',', '')));
  if (total === null) return null;
  const here = pagers.flatMap((pager) => [...pager.querySelectorAll(PAGE_HERE)].map(textOf));
  const chosen = pagers.flatMap((pager) => [...pager.querySelectorAll('select')].map(chosenText));
  const sizes = (chosen.length > 0 ? chosen.join() : text).matchAll(PAGE_SIZE);
  const address = (...names: string[]) => numberOf(names.map((name) => searchParams.get(name)).find(Boolean));
  return {
    total: Number(total),
    page: numberOf(only(here.filter((each) => /^\d+$/.test(each)))) ?? address('current', 'pageNum', 'page'),
    pageSize: numberOf(only([...sizes].map((match) => match[1]!)), 500) ?? address('pageSize'),
    ...filterOf(document, searchParams),
  };
}

function chosenText({ options, selectedIndex }: HTMLSelectElement): string {
  return options[selectedIndex]?.text ?? '';
}

/** The one text that all of them are. */
function only(texts: readonly string[]): string | null {
  return new Set(texts).size === 1 ? texts[0]! : null;
}

function numberOf(text: string | null | undefined, max = 1_000_000): number | null {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 && number <= max ? number : null;
}

type Filter = Pick<PageTotals, 'filter' | 'days' | 'lastDays'>;
const UNKNOWN: Filter = { filter: null, days: null, lastDays: null };

/** Every order of some days: the tab of all, nothing searched for, days by the time of the order. */
function filterOf(document: Document, searchParams: URLSearchParams): Filter {
  const lastDays = daysOfTab(document, searchParams);
  const fields = [...document.querySelectorAll('input')].filter(
    (field) => field.value.trim() !== '' && !NOT_TYPED.test(field.type) && !field.closest(NO_SEARCH),
  );
  if (lastDays === undefined || fields.some(({ value }) => !DAY.test(value))) return UNKNOWN;
  if (fields.length === 0) return { filter: 'all', days: null, lastDays };
  const [from = NaN, to = NaN] = fields.length === 2 && fields.every(isOfPlacing) ? fields.map(dayIn) : [];
  return from <= to ? { filter: 'all', days: [from, to], lastDays: null } : UNKNOWN;
}

/** Of the tab of all orders how many days it goes back, null where it does not say; undefined for another tab or filter. */
function daysOfTab(document: Document, searchParams: URLSearchParams): number | null | undefined {
  const asked = [...searchParams].filter(([name, value]) => value !== '' && !quietParams.has(name));
  if (asked.some(([name, value]) => allOrdersParams[name] !== value)) return undefined;
  const tabs = [...document.querySelectorAll(HERE)].filter((each) => each.matches(TAB)).map(textOf);
  if (tabs.length === 0) return asked.length > 0 ? null : undefined;
  return allOrdersTabs.get(only(tabs.map((tab) => tab.replace(/[(（]\d+[)）]$/, ''))) ?? '');
}

/** By the nearest words around a field. */
function isOfPlacing(field: Element): boolean {
  let node = field.parentElement;
  while (node !== null && !/\p{Script=Han}{2}/u.test(shortText(node, 120) ?? '二十')) node = node.parentElement;
  return node !== null && PLACED_RANGE.test(shortText(node, 120) ?? '');
}

/** NaN for a day that does not exist. */
function dayIn({ value }: HTMLInputElement): number {
  try {
    return dayOf(parsePlatformTime(`${value.slice(0, 10)} 00:00`));
  } catch {
    return NaN;
  }
}
