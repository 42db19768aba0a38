/** Only tails of order numbers and phones go into a text to a buyer: whoever looks over a shoulder learns nothing. */

const TAIL_DIGITS = 4;
/** A Chinese keyboard may write digits full-width: ０ to ９. */
const D = '[0-9０-９]';
/** What people write between the digits of a number. */
const GAP = '[ \\u3000\\-－–—]?';
const notAfterDigit = `(?<!${D}|[.．])`;
/** A mobile number, which may have its parts between dots as well. */
const MOBILE = `(?:[+＋]?[8８][6６]${GAP})?[1１][3-9３-９]${D}(?:[.·_]|${GAP})${D}{4}(?:[.·_]|${GAP})${D}{4}(?!${D})`;
/** So many digits that it is an order, a card or an account. */
const LONG = `${D}(?:${GAP}${D}){11,}(?!${D})`;
const LONG_NUMBER = new RegExp(`${notAfterDigit}(?:${MOBILE}|${LONG})`, 'g');

/** "3090112233448831", "…8831", "尾号 ８８３１" -> "8831"; without digits what was typed. */
export function tailOf(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits === '' ? text.trim() : digits.slice(-TAIL_DIGITS);
}

/** "电话 138 1234 5678" -> "电话 尾号5678"; all else as it is. */
export function withTails(text: string): string {
  return text.replace(LONG_NUMBER, (number) => `尾号${tailOf(number)}`);
}
