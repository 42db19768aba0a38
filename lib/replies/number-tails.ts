/** Only tails of order numbers and phones go into a text to a buyer: whoever looks over a shoulder learns nothing. */

const TAIL_DIGITS = 4;
/** A mobile number, or so many digits that it is an order, a card or an account. Spaces and dashes may part them. */
const LONG_NUMBER = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<![\d.])\d(?:[ -]?\d){11,}(?!\d)/g;

/** "3090112233448831", "…8831", "尾号 8831" -> "8831"; without digits what was typed. */
export function tailOf(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits === '' ? text.trim() : digits.slice(-TAIL_DIGITS);
}

/** "电话 138 1234 5678" -> "电话 尾号5678"; all else as it is. */
export function withTails(text: string): string {
  return text.replace(LONG_NUMBER, (number) => `尾号${tailOf(number)}`);
}
