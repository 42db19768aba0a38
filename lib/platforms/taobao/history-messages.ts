/**
 * The messages of a past chat on Taobao/Tmall, without a class: each is the piece of the page around one time. Two orders of its
 * parts are known, and a page has one of them: name, time and text; or time, text and name.
 */
import { recordRoots } from '../reading/records.ts';
import { clean, elementsReading, linesOf, textOf, uncut, wholeReading } from '../reading/text.ts';
import type { WrittenMessage } from './chat-writers.ts';

const CLOCK = /^(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s*)?\d{1,2}:\d{2}(?::\d{2})?$/;
/** The heading of a day, which stands above its first message. */
const DAY =
  /^(?:(?:\d{4}\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?)?\s*(?:今天|昨天|前天|(?:星期|周)[一二三四五六日天])?$/;
const READ_MARK = /^(?:已读|未读)$/;
/** By class, or by the style that moves a box to the other side. */
const SELLERS_SIDE =
  '[class*="right" i], [class*="self" i], [class*="seller" i], [style*="row-reverse"], [style*="flex-end"], [style*="text-align: right"], [style*="float: right"]';

export interface HistoryMessage extends WrittenMessage {
  /** The piece of the page it was read from. */
  element: Element;
}

/** @returns in page order; null for a time that is of no message */
export function historyMessages(body: Element, without: ReadonlySet<Element>): (HistoryMessage | null)[] {
  const times = stampsIn(body, without);
  const hasWords = (root: Element) => {
    const time = times[0]!;
    const { before, after } = wordsAround(time, root);
    return before.length + after.length + (imageAfter(time, root) ? 1 : 0) > 1;
  };
  const roots = recordRoots(
    times.map((element, index) => ({ id: String(index), element })),
    body,
    hasWords,
  );
  const records = times.map((time, index) => ({ time, root: roots.get(String(index))! }));
  const named = records.filter(({ time, root }) => wordsAround(time, root).before.length > 0);
  const placesOfNamed = Math.max(...named.map(({ time, root }) => emptyPlaces(time, root)));
  return records.map(({ time, root }) => {
    if (root === body) return null;
    const isUnnamed = emptyPlaces(time, root) > placesOfNamed;
    const said = named.length > 0 ? nameTimeText(time, root, isUnnamed) : timeTextName(time, root);
    return said && { ...said, element: root, isOnSellersSide: isOnSellersSide(time, root) };
  });
}

/** The times of messages: all are written alike. What somebody wrote may be a time, too. */
function stampsIn(body: Element, without: ReadonlySet<Element>): Element[] {
  const shown = elementsReading(body, CLOCK, { maxLength: 24, without, sign: /\d/ });
  const formats = new Map<string, Element[]>();
  for (const time of new Set(shown.map((piece) => wholeReading(piece, CLOCK)))) {
    const format = textOf(time).replaceAll(/\d+/g, '0');
    formats.set(format, [...(formats.get(format) ?? []), time]);
  }
  return [...formats.values()].reduce((most, each) => (each.length > most.length ? each : most), []);
}

/** The lines of a message before and behind its time, without headings of days. */
function wordsAround(time: Element, root: Element): { before: string[]; after: string[] } {
  const clock = textOf(time);
  const text = linesOf(root).join('\n');
  const from = Math.max(0, text.indexOf(clock));
  const words = (part: string) =>
    part
      .split('\n')
      .map(clean)
      .filter((line) => !DAY.test(line));
  return { before: words(text.slice(0, from)), after: words(text.slice(from + clock.length)) };
}

type Said = Pick<WrittenMessage, 'name' | 'text'>;

/**
 * Null where it has no text, or more before its time than a name.
 * @param isUnnamed the place of its name is empty
 */
function nameTimeText(time: Element, root: Element, isUnnamed: boolean): Said | null {
  const { before, after } = wordsAround(time, root);
  const lines = after.filter((line) => !READ_MARK.test(line));
  const text = lines.length > 0 ? uncut(lines.join('\n'), root) : imageAfter(time, root) ? '[图片]' : '';
  if (before.length > 1 || text === '') return null;
  return { name: before[0] ? plainNick(uncut(before[0], root)) : isUnnamed ? '' : null, text };
}

/** How many boxes up to its time are empty: one more than where somebody is named is the place of a name. */
function emptyPlaces(time: Element, root: Element): number {
  const all = [...root.querySelectorAll('*')];
  const upToTime = [...all.slice(0, Math.max(0, all.indexOf(time))), ...time.querySelectorAll('*')];
  return upToTime.filter((element) => element.textContent === '' && element.tagName !== 'IMG').length;
}

/** Null where what stands beside the time is not a text and a name, or a name and a picture. */
function timeTextName(time: Element, root: Element): Said | null {
  if (time === root) return null;
  let box = time.parentElement!;
  while (box !== root && partsBeside(time, box).length === 0) box = box.parentElement!;
  const parts = partsBeside(time, box);
  const said = parts.filter((part) => textOf(part) !== '' || part.hasAttribute('title'));
  const isImage = imageAfter(time, root);
  const [text, writer, ...more] = said.length > 1 || !isImage ? said : [undefined, said[0]];
  if (more.length > 0 || !(text ?? writer)) return null;
  const words = text ? titleIn(text) || textOf(text) : '';
  return {
    name: writer ? plainNick(textOf(writer)) : null,
    text: words === '' && isImage ? '[图片]' : words,
  };
}

/** What stands beside the time, without the heading of a day: its text, its writer, a picture; in one box, whatever the tags. */
function partsBeside(time: Element, box: Element): Element[] {
  let parts = [...box.children].filter(
    (part) => !part.contains(time) && !(textOf(part) !== '' && DAY.test(textOf(part))),
  );
  while (parts.length === 1 && parts[0]!.children.length > 0 && !parts[0]!.hasAttribute('title'))
    parts = [...parts[0]!.children];
  return parts;
}

function titleIn(element: Element): string {
  const titled = element.hasAttribute('title') ? element : element.querySelector('[title]');
  return clean(titled?.getAttribute('title') ?? '');
}

function imageAfter(time: Element, root: Element): boolean {
  const all = [...root.querySelectorAll('*')];
  return all.slice(all.indexOf(time)).some(({ tagName }) => tagName === 'IMG');
}

/** By the boxes that hold more than the time, up to the whole message. */
function isOnSellersSide(time: Element, root: Element): boolean {
  const clock = textOf(time);
  for (let box = time; ; box = box.parentElement!) {
    if (textOf(box) !== clock && box.matches(SELLERS_SIDE)) return true;
    if (box === root) return false;
  }
}

/** `cntaobao` stands before a nick in the platform's own addresses of people. */
export function plainNick(text: string): string {
  return clean(text)
    .replace(/^cntaobao/, '')
    .replace(/[:：]$/, '')
    .slice(0, 100);
}
