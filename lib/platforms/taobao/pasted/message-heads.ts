/**
 * Where the messages of a copied conversation begin. Known forms of the line above a message: name and time without a blank
 * ("tb1232026-4-3 07:25:33", one real copy of 2026), the same with a blank, name and time on two lines, "name --> receiver time" and
 * the older "name (time):". Without a day, seconds are needed: "明天 12:30" is no head. One copy has one form.
 */
import { parsePlatformTime } from '../../../model/shanghai-time.ts';
import { plainNick } from '../history-messages.ts';
import { isName } from './copied-words.ts';

export interface MessageHead {
  /** Of the line with the time, from 0. */
  line: number;
  /** Of the first line that belongs to it. */
  firstLine: number;
  name: string;
  at: number | null;
}

type Form = 'joined' | 'stacked' | 'dayless';

const MAX_HEAD_CHARS = 140;
const DATED = /(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日? +(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const DAYLESS = /^(.*\S)(?: +| *[(（])(\d{1,2}):(\d{2}):(\d{2})$/;
const YEARLESS_DAY = /(?: +| *[(（])\d{1,2}[-/月]\d{1,2}日?$/;
/** The clock of the machine that copied may be a little ahead. */
const AHEAD_MS = 10 * 60_000;
const TO_SOMEBODY = / *--> *.*$/;

/**
 * @param lines cleaned
 * @param now epoch ms: what is later than that is a time that somebody wrote
 */
export function messageHeads(lines: readonly string[], now: number): MessageHead[] {
  const found: Record<Form, MessageHead[]> = { joined: [], stacked: [], dayless: [] };
  for (const [index, line] of lines.entries()) {
    const read = headOn(lines, index, line);
    if (read && (read.head.at ?? 0) <= now + AHEAD_MS) found[read.form].push(read.head);
  }
  const joined = inTheirOrder(found.joined);
  const stacked = inTheirOrder(found.stacked);
  const dated = stacked.length > joined.length ? stacked : joined;
  return dated.length > 0 ? dated : found.dayless;
}

function headOn(lines: readonly string[], index: number, line: string): { form: Form; head: MessageHead } | null {
  if (line.length > MAX_HEAD_CHARS || !/\d:\d\d/.test(line)) return null;
  const bare = line.replace(/ *[)）]?[:：]?$/, '');
  const dated = DATED.exec(bare);
  if (!dated) {
    const dayless = DAYLESS.exec(bare);
    const name = dayless && nameIn(dayless[1]!.replace(YEARLESS_DAY, ''));
    return name && isTimeOfDay(dayless.slice(2)) ? headOf('dayless', index, index, name, null) : null;
  }
  const at = instantOf(dated);
  if (at === null) return null;
  const before = bare.slice(0, dated.index);
  const [form, firstLine] = before.trim() === '' ? (['stacked', index - 1] as const) : (['joined', index] as const);
  const name = nameIn(form === 'stacked' ? (lines[index - 1] ?? '') : before);
  return name === null ? null : headOf(form, index, firstLine, name, at);
}

function headOf(form: Form, line: number, firstLine: number, name: string, at: number | null) {
  return { form, head: { line, firstLine, name, at } };
}

function nameIn(text: string): string | null {
  const name = plainNick(text.replace(TO_SOMEBODY, '').replace(/ *[(（]$/, ''));
  return isName(name) ? name : null;
}

/** Null for a time that does not exist. */
function instantOf([, year, month, day, hour, minute, second = '0']: RegExpExecArray): number | null {
  const two = (digits: string | undefined) => digits!.padStart(2, '0');
  try {
    return parsePlatformTime(`${year}-${two(month)}-${two(day)} ${two(hour)}:${minute}:${two(second)}`);
  } catch {
    return null;
  }
}

function isTimeOfDay([hour, minute, second]: readonly (string | undefined)[]): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

/**
 * A conversation goes forward: what stands out of that order is a time that somebody wrote. The longest row of heads that goes
 * forward is kept, of several the one that begins first.
 */
function inTheirOrder(heads: readonly MessageHead[]): MessageHead[] {
  const times = heads.map(({ at }) => at!);
  const lengths = rowLengths(times);
  const row: MessageHead[] = [];
  let wanted = lengths.reduce((most, length) => Math.max(most, length), 0);
  for (const [index, head] of heads.entries()) {
    if (lengths[index] !== wanted || times[index]! < (row.at(-1)?.at ?? -Infinity)) continue;
    row.push(head);
    wanted -= 1;
  }
  return row;
}

/** Of each time, how long the longest row is that begins with it and never goes back. */
function rowLengths(times: readonly number[]): number[] {
  /** For each length, the latest time that a row of that length can begin with. */
  const starts: number[] = [];
  const lengths: number[] = [];
  for (const time of times.toReversed()) {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! >= time) low = middle + 1;
      else high = middle;
    }
    starts[low] = time;
    lengths.push(low + 1);
  }
  return lengths.toReversed();
}
