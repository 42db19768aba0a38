/**
 * The home page of JD's console: shop.jd.com/jdm/home and shop.jd.com/. Certain: the address and the counters' words, with the platform's
 * numbers for them (public code in use, 2026; a seller's note of the cards 售后 and 纠纷, 2026). The markup is not known: a counter is the
 * one number beside its words, before or behind them, in the smallest piece of the page that has both.
 */
import type { ToDoCounter } from '../../model/to-do-counter.ts';
import { listReading, type PageReader } from '../page-reader.ts';
import { ofRecord, ReadError } from '../reading/read-error.ts';
import { counterRows } from '../reading/row-kinds.ts';
import { readRows, type RowReading } from '../reading/rows.ts';
import { elementsReading, linesOf, shortText, textOf } from '../reading/text.ts';
import { homeCounters } from './home-counters.ts';
import { jdShopHints } from './shop-hints.ts';

const WORDS = homeCounters.flatMap(({ labels }) => labels).toSorted((a, b) => b.length - a.length);
const LABEL = WORDS.join('|');
const COUNT = String.raw`\d{1,3}(?:,\d{3})+|\d{1,6}`;
/** Words and whole numbers of a text, in order; 99+ is none. */
const PARTS = new RegExp(
  String.raw`(?<label>${LABEL})\s*[:：]?|(?<![\d.,+-])(?<count>${COUNT})(?![\d.,+＋%])\s*[单个件条笔项]?`,
  'g',
);
const COUNTER = new RegExp(
  String.raw`^(?:(?:${LABEL})\s*[:：]?\s*[(（]?\s*(?:${COUNT})?\s*[单个件条笔项]?\s*[)）]?|(?:${COUNT})\s*[单个件条笔项]?\s*(?:${LABEL}))$`,
);
const LEVELS_UP = 4;
/** A longer piece of the page is more than one box of counters. */
const MAX_CHARS = 200;

export const jdHomeReader: PageReader = {
  platform: 'jd',
  page: 'home',
  matches: (url) => url.hostname === 'shop.jd.com' && /^\/(?:jdm\/home\/?)?$/i.test(url.pathname),
  read(document, memory) {
    const places = document.body ? counterPlaces(document.body) : [];
    const read = readRows(counterRows, places, readCounter, memory, 'counters');
    return listReading('jd', 'home', jdShopHints(document), 'counters', read);
  },
};

/** A counter's words, and the number beside them; null where something is there that is no certain number. */
interface CounterPlace {
  label: string;
  count: string | null;
}

/** Words without any number near them are those of a menu, or of a page that still loads. */
function counterPlaces(body: Element): CounterPlace[] {
  return elementsReading(body, COUNTER, { maxLength: 24 }).flatMap((element) => {
    // Words that only run together without their lines are no label.
    const label = new RegExp(LABEL).exec(textOf(element))?.[0];
    if (label === undefined) return [];
    for (
      let up: Element | null = element, level = 0;
      level <= LEVELS_UP && up !== null;
      level += 1, up = up.parentElement
    ) {
      const text = shortText(up, MAX_CHARS);
      if (text === null || up === body) return [];
      if (!/\d/.test(text)) continue;
      const count = countBeside(label, linesOf(up));
      return count === undefined ? [] : [{ label, count }];
    }
    return [];
  });
}

interface Part {
  kind: 'label' | 'count' | 'other';
  text: string;
}

/**
 * Words and numbers by turns, beginning with either, belong to each other in that order. Null where a number stands beside the words
 * that is not certainly theirs; undefined where none does.
 */
function countBeside(label: string, lines: readonly string[]): string | null | undefined {
  const parts = lines.flatMap(partsOf);
  const first = parts.findIndex(({ kind }) => kind === 'label');
  const from = parts.slice(0, first).every(({ kind }) => kind === 'other') ? first : 0;
  const last = parts.findLastIndex(({ kind }) => kind !== 'other');
  const told = parts.slice(from, last + 1);
  const isByTurns =
    told.length % 2 === 0 &&
    told.every(({ kind }, index) => kind !== 'other' && (index === 0 || kind !== told[index - 1]!.kind));
  if (!isByTurns) {
    const place = parts.findIndex(({ text }) => text === label);
    return [parts[place - 1], parts[place + 1]].some((part) => /\d/.test(part?.text ?? '')) ? null : undefined;
  }
  const place = told.findIndex(({ text }) => text === label);
  return told[told[0]!.kind === 'label' ? place + 1 : place - 1]?.text ?? null;
}

function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const addOther = (to: number) => {
    const text = line.slice(from, to).replace(/[\s()（）|/·]/g, '');
    if (text !== '') parts.push({ kind: 'other', text });
  };
  for (const match of line.matchAll(PARTS)) {
    addOther(match.index);
    const { label, count } = match.groups!;
    parts.push(label !== undefined ? { kind: 'label', text: label } : { kind: 'count', text: count! });
    from = match.index + match[0].length;
  }
  addOther(line.length);
  return parts;
}

function readCounter({ label, count }: CounterPlace): RowReading<ToDoCounter> {
  const counterId = homeCounters.find(({ labels }) => labels.includes(label))!.counterId;
  return ofRecord(counterId, () => {
    if (count === null) throw new ReadError(`counter ${label}`);
    return { value: { counterId, label, count: Number(count.replaceAll(',', '')) }, buyerElement: null };
  });
}
