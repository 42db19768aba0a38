/** The values of a listed record, each held against every place that names it: where two places differ, neither is certain. */
import type { Fen } from '../../model/money.ts';
import { parseYuan } from '../../model/money.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { amountsOf } from './amounts.ts';
import type { ListedRecord } from './listed-record.ts';
import { piecesOf, plain } from './named-values.ts';
import { parsed, ReadError } from './read-error.ts';
import { clean } from './text.ts';

/** How pages write that there is nothing: a dash, 无, or nothing at all. */
export const NOTHING = /^(?:[-—–/]*|无|暂无)$/;

/** The one of these values; null when there is none. @throws ReadError when they differ */
export function agreed<Value>(values: Iterable<Value>, what: string): Value | null {
  const distinct = new Set(values);
  if (distinct.size > 1) throw new ReadError(`${what} (several differ)`);
  return distinct.size === 0 ? null : [...distinct][0]!;
}

/**
 * The number of `digits` that names something; null where no place has one.
 * @throws ReadError also for a place that has two, or something else in its stead
 */
export function numberOf<Field extends string>(
  record: ListedRecord<Field>,
  field: Field,
  digits: string,
  what: string,
): string | null {
  const ids = record.textsOf(field).flatMap((text) => {
    const found = [...new Set(plain(text).match(new RegExp(`(?<![\\d.])${digits}(?![\\d.])`, 'g')))];
    if (found.length > 1 || (found.length === 0 && !NOTHING.test(plain(text)))) throw new ReadError(what);
    return found;
  });
  return agreed(ids, what);
}

/** Before an amount in the place of another one: what it is instead. */
const PART = /运费|邮费|快递|补偿|红包|积分|共|最多|最大|原价/;

/**
 * The amount; null where no place has one.
 * @throws ReadError for a place with words in its stead
 */
export function amountOf<Field extends string>(record: ListedRecord<Field>, field: Field, what: string): Fen | null {
  return agreed(
    record.textsOf(field).flatMap((text) => amountsInText(text, what)),
    what,
  );
}

/** Amounts with their sign; else a text that is one number, with 元 or without. */
export function amountsInText(text: string, what: string): Fen[] {
  const lines = text.split('\n').map(plain);
  const amounts = amountsOf(lines).filter(({ label }) => !PART.test(label));
  if (amounts.length > 0) return amounts.map(({ fen }) => fen);
  const [number, ...more] = lines.map((line) => /^([\d,]+(?:\.\d{1,2})?)\s*元?$/.exec(line)?.[1]).filter(Boolean);
  if (number && more.length === 0) return [parsed(what, () => parseYuan(number))];
  if (!NOTHING.test(plain(text))) throw new ReadError(what);
  return [];
}

const TIME = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}(?::\d{2})?(?![\d:])/g;

/** The time; null where no place has one. */
export function timeOf<Field extends string>(record: ListedRecord<Field>, field: Field, what: string): number | null {
  const times = record.textsOf(field).flatMap((text) => {
    const found = clean(plain(text).replaceAll(/[./年月](?=\d)/g, '-')).match(TIME) ?? [];
    if (found.length === 0 && !NOTHING.test(plain(text))) throw new ReadError(what);
    return found.map((time) => parsed(what, () => parsePlatformTime(time)));
  });
  return agreed(times, what);
}

/** Words as the page writes them: the first line of the place; null where no place has any. */
export function wordsOf<Field extends string>(
  record: ListedRecord<Field>,
  field: Field,
  what: string,
  isKnown: (piece: string) => boolean = () => false,
): string | null {
  const words = record.wordsOf(field).flatMap((text) => {
    const line = text.split('\n').find((each) => !NOTHING.test(plain(each)));
    const [whole, ...pieces] = piecesOf(line ?? '');
    const known = isKnown(whole ?? '') ? whole : pieces.find(isKnown);
    return known ?? whole ?? [];
  });
  return agreed(words, what);
}
