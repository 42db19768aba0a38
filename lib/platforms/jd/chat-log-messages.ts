/** The messages of a past chat: each is the piece of the page around a name with a time, which its text follows. */
import { recordRoots } from '../reading/records.ts';
import { clean, elementsReading, linesOf, textOf, textPieces } from '../reading/text.ts';

export interface LogMessage {
  element: Element;
  /** Empty for a message of the system. */
  writer: string;
  /** Empty where it holds nothing that can be told. */
  text: string;
}

const TIME = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const TIME_ALONE = new RegExp(`^${TIME.source}`);
const READ_MARK = /^(?:已读|未读)$/;

/**
 * @param names who is known to write: a time behind another text is part of that text
 */
export function logMessages(root: Element, without: ReadonlySet<Element>, names: ReadonlySet<string>): LogMessage[] {
  const times = elementsReading(root, TIME, { maxLength: 140, without, sign: /\d/ }).filter((element) => {
    const before = clean(textOf(element).replace(TIME, ''));
    const [last] = textPieces(element).slice(-1);
    return before === '' || names.has(before) || TIME_ALONE.test(last?.text ?? '');
  });
  const sightings = times.map((element, index) => ({ id: String(index), element }));
  const roots = recordRoots(sightings, root, (piece) => textAfter(piece, times[0]!) !== '');
  return times.map((time, index) => {
    const element = roots.get(String(index))!;
    return { element, writer: writerOf(element, time), text: textAfter(element, time) };
  });
}

/** Who is named before the time, on its line or on the one above. */
function writerOf(message: Element, time: Element): string {
  const [shown] = TIME.exec(textOf(time))!;
  const lines = linesOf(message);
  const place = lines.findIndex((line) => line.includes(shown));
  const before = lines[place]?.split(shown)[0]?.trim() ?? '';
  return before === '' ? (lines[place - 1] ?? '') : before;
}

/** What follows the time, line by line; a picture alone is said to be one. */
function textAfter(message: Element, time: Element): string {
  const all = [...message.querySelectorAll('*')];
  const place = all.indexOf(time);
  if (place < 0) return '';
  const isAround = (element: Element) => element.contains(time);
  const passed = new Set([time, ...all.slice(0, place).filter((element) => !isAround(element))]);
  const lines = linesOf(message, { without: passed }).filter((line) => !READ_MARK.test(line));
  if (lines.length > 0) return lines.join('\n');
  return all.slice(place + 1).some(({ tagName }) => tagName === 'IMG') ? '[图片]' : '';
}
