/** Values of records that a platform's data carries: each as its name says, or a ReadError that names it. */
import { parseYuan, type Fen } from '../../model/money.ts';
import { parsePlatformTime } from '../../model/shanghai-time.ts';
import { parsed, ReadError } from './read-error.ts';
import { clean } from './text.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a part of the data; none where it is missing or something else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** A text as a person would see it; empty where there is none. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? clean(value) : '';
}

/** A code of the platform's as its text, whether it was written as a number or as one; empty where there is none. */
export function codeIn(value: unknown): string {
  return typeof value === 'number' ? String(value) : textIn(value);
}

export function isNone(value: unknown): value is null | undefined | '' {
  return value === undefined || value === null || value === '';
}

/**
 * A number of the platform's, kept as its digits; null where there is none.
 * @throws ReadError for what is no such number, and for a JSON number so large that it is rounded
 */
export function idIn(value: unknown, what: string, pattern: RegExp = /^\d{8,20}$/): string | null {
  if (isNone(value)) return null;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new ReadError(`${what} (rounded)`);
  const id = codeIn(value);
  if (!pattern.test(id)) throw new ReadError(what);
  return id;
}

/** @throws ReadError also when there is none */
export function certainId(value: unknown, what: string, pattern?: RegExp): string {
  const id = idIn(value, what, pattern);
  if (id === null) throw new ReadError(what);
  return id;
}

/**
 * A moment, as epoch ms or as the Shanghai clock writes it; null where there is none.
 * @throws ReadError for what is neither
 */
export function instantIn(value: unknown, what: string): number | null {
  if (isNone(value) || value === '-') return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  const text = textIn(value);
  if (/^\d{13}$/.test(text)) return Number(text);
  return parsed(what, () => parsePlatformTime(text));
}

/** The parts of a fen that adding up prices leaves behind: 0.1 + 0.2 yuan are 30 fen. */
const ROUNDING_ERROR_FEN = 1e-4;

/**
 * An amount in yuan, a number or a text; null where there is none.
 * @throws ReadError for what is no amount: below zero, or finer than a fen
 */
export function fenOfYuan(value: unknown, what: string): Fen | null {
  if (isNone(value)) return null;
  if (typeof value === 'string') return parsed(what, () => parseYuan(value));
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw new ReadError(what);
  const fen = Math.round(value * 100);
  if (!Number.isSafeInteger(fen) || Math.abs(value * 100 - fen) > ROUNDING_ERROR_FEN) throw new ReadError(what);
  return fen;
}

/** How many, a number or its digits; null where there is none. */
export function countIn(value: unknown, what: string): number | null {
  if (isNone(value)) return null;
  const text = codeIn(value);
  if (!/^\d{1,9}$/.test(text)) throw new ReadError(what);
  return Number(text);
}

/**
 * The one value of several places that say the same; null where none says it.
 * @throws ReadError when two differ
 */
export function agreed<Value>(values: readonly (Value | null)[], what: string): Value | null {
  const said = new Set(values.filter((value) => value !== null));
  if (said.size > 1) throw new ReadError(`${what} (several differ)`);
  return [...said][0] ?? null;
}
