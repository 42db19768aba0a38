/**
 * Reads a line such as `老客 且 上次>30天 且 非勿扰`. 非 binds closest, then 且, then 或. A line that cannot be read gives an
 * error that points at its characters. Reading takes time linear in the length, and lines and their nesting are bounded.
 */
import { readCondition } from './condition.ts';
import { Cursor, isError } from './cursor.ts';
import type { Lexicon } from './lexicon.ts';
import { conditionWordings } from './names.ts';
import { nearestWords } from './nearest.ts';
import type { Reading, Segment, SegmentError } from './segment.ts';
import { tokensOf } from './tokens.ts';

/** In characters; no more than a saved segment holds. */
export const MAX_QUERY_LENGTH = 500;
/** Parentheses and 非 inside one another. */
export const MAX_DEPTH = 20;

/** Never throws, whatever the text. */
export function parseSegment(line: string, lexicon: Lexicon): Reading<Segment> {
  const whole = { start: 0, end: line.length };
  if (line.length > MAX_QUERY_LENGTH) {
    const { start, end } = { start: MAX_QUERY_LENGTH, end: line.length };
    return { ok: false, error: { code: 'tooLong', start, end, found: '', expected: 'shorterLine', suggestions: [] } };
  }
  const cursor = new Cursor(line, tokensOf(line, lexicon), lexicon);
  if (cursor.peek() === undefined) return { ok: false, error: cursor.error('empty', 'condition', [], whole) };
  const segment = readAny(cursor, 0);
  if (isError(segment)) return { ok: false, error: segment };
  return cursor.peek() === undefined ? { ok: true, value: segment } : { ok: false, error: leftover(cursor) };
}

function readAny(cursor: Cursor, depth: number): Segment | SegmentError {
  return readParts(cursor, 'or', () => readParts(cursor, 'and', () => readOne(cursor, depth)));
}

/** One part, or several with the connective between them; a connective said twice (`，且`) counts once. */
function readParts(
  cursor: Cursor,
  connective: 'and' | 'or',
  readPart: () => Segment | SegmentError,
): Segment | SegmentError {
  const parts: Segment[] = [];
  do {
    const part = readPart();
    if (isError(part)) return part;
    parts.push(part);
  } while (takesAll(cursor, connective));
  return parts.length === 1 ? parts[0]! : { kind: connective === 'and' ? 'all' : 'any', of: parts };
}

function takesAll(cursor: Cursor, connective: 'and' | 'or'): boolean {
  if (!cursor.takes(connective)) return false;
  while (cursor.takes(connective));
  return true;
}

function readOne(cursor: Cursor, depth: number): Segment | SegmentError {
  const token = cursor.peek();
  const isNot = cursor.sees('not') !== undefined;
  if (!isNot && token?.kind !== 'open') return readCondition(cursor);
  if (depth === MAX_DEPTH) return cursor.error('tooDeep', 'shorterLine');
  cursor.skip();
  const inner = isNot ? readOne(cursor, depth + 1) : readAny(cursor, depth + 1);
  if (isError(inner)) return inner;
  if (isNot) return { kind: 'not', of: inner };
  const next = cursor.peek();
  if (next === undefined) {
    const rest = { start: token!.start, end: cursor.line.length };
    return cursor.error('unclosedParenthesis', 'closing', [`${cursor.textOf(rest).trimEnd()})`], rest);
  }
  if (next.kind !== 'close') return leftover(cursor);
  cursor.skip();
  while (cursor.takes('filler'));
  return inner;
}

/** What stands behind a condition and joins nothing. */
function leftover(cursor: Cursor): SegmentError {
  const token = cursor.peek()!;
  const { vocabulary } = cursor.lexicon;
  if (token.kind === 'close') return cursor.error('unopenedParenthesis', 'connective', ['']);
  const found = cursor.textOf(token);
  if (token.kind === 'unknown') {
    const isWord = /[\p{L}\p{N}]/u.test(found);
    return cursor.error(
      'unknownWord',
      'connective',
      isWord ? nearestWords(found, conditionWordings(vocabulary)) : [''],
    );
  }
  const { and, or, not } = vocabulary.words.connectives;
  const begins =
    token.kind === 'open' ||
    (['metric', 'tier', 'condition', 'ownTier', 'not'] as const).some((kind) => cursor.sees(kind));
  const next = cursor.sees('not') ? not[0]! : found;
  return cursor.error('missingConnective', 'connective', begins ? [`${and[0]!} ${next}`, `${or[0]!} ${next}`] : []);
}
