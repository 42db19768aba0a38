/** UTF-16 units and what they are: letters of numbers and ids, ends of sentences. */

/** Where a sentence of the folded text ends. */
export const SENTENCE_ENDS: readonly string[] = ['。', '!', '?', ';', '\n'];

/** Of what numbers and ids are made, in whatever way they are written. */
export const CODE_LETTERS =
  '0123456789abcdefghijklmnopqrstuvwxyz_-.零〇一二两三四五六七八九十幺壹贰叁肆伍陆柒捌玖洞拐勾百千万几';
const codeUnits = unitsOf(CODE_LETTERS);

/** @param unit a UTF-16 unit */
export function isCodeLetter(unit: number): boolean {
  return codeUnits.has(unit);
}

/**
 * Whether it is one of the Chinese characters of which most texts consist. Of these most is known without asking a table, which
 * would bring a line of its own into the cache for each of them.
 * @param unit a UTF-16 unit
 */
export function isIdeograph(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether it is half of a character of two units. */
export function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

const endUnits = new Uint8Array(0x1_0000);
for (const end of SENTENCE_ENDS) endUnits[end.charCodeAt(0)] = 1;

/** @param unit a UTF-16 unit */
export function isSentenceEnd(unit: number): boolean {
  return !isIdeograph(unit) && endUnits[unit] === 1;
}

export function unitsOf(letters: string): Set<number> {
  return new Set(Array.from(letters, (letter) => letter.charCodeAt(0)));
}

const PIECE = 4096;
/** Every unit once, in their order. */
const everyUnit = Array.from({ length: 0x1_0000 / PIECE }, (_, piece) =>
  String.fromCharCode(...Array.from({ length: PIECE }, (__, at) => piece * PIECE + at)),
).join('');

/**
 * The units of a class of letters, in their order, found in one go: asked one by one they take a tenth of a second whenever a worker starts.
 * @param letters one letter, with the flag `g`
 */
export function unitsLike(letters: RegExp): number[] {
  return (everyUnit.match(letters) ?? []).map((letter) => letter.charCodeAt(0));
}
