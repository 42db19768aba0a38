/**
 * Letters by number: those that texts have most come first, the others as rules and words name them. A table by number is short, and
 * its beginning serves most of a text; one by UTF-16 unit is as long as Unicode, and brings a line of its own into the cache for
 * almost every Chinese character.
 */

/** The letters that are met most in what staff write, and those that come next. */
export const FREQUENT = '的我不您一了给是退们有发个这下价就单到能天货用上在要款没你好收号都家1评码可点看以来店';
export const COMMON =
  '023456789五别信话里会加面人三后拍那行子平打包费订小请时再回付也开过台接理页说最定二微手保分换全装客快先机电对补问百买同大得今支证件新送无钱名两差多系内出图色扫活现报前券赔服去明持方质和把直卡红找写由样块题金身满坏本边进意关';

/** Of every letter that nobody has named. */
export const UNNAMED = 0;
/** No number is larger. */
export const LETTERS = 0x1_0000;

const numbers = new Uint16Array(LETTERS);
const units = new Uint16Array(LETTERS);
let last = UNNAMED;

for (const letter of `0123456789abcdefghijklmnopqrstuvwxyz,。!?;:${FREQUENT}${COMMON}`)
  nameLetter(letter.charCodeAt(0));

const [FIRST_DIGIT, FIRST_LATIN] = [letterOf(0x30), letterOf(0x61)];

/** Gives a UTF-16 unit a number, unless it has one. No text gives any: what no rule knows is all the same. */
export function nameLetter(unit: number): number {
  if (numbers[unit] === UNNAMED && unit !== 0) {
    last += 1;
    numbers[unit] = last;
    units[last] = unit;
  }
  return numbers[unit]!;
}

/** The number of a UTF-16 unit. */
export function letterOf(unit: number): number {
  return numbers[unit]!;
}

/** The UTF-16 unit of a letter that has a number. */
export function unitOf(letter: number): number {
  return units[letter]!;
}

/** a to z have their numbers in a row. */
export function isLatin(letter: number): boolean {
  return letter >= FIRST_LATIN && letter < FIRST_LATIN + 26;
}

export function isLatinOrDigit(letter: number): boolean {
  return letter >= FIRST_DIGIT && letter < FIRST_LATIN + 26;
}
