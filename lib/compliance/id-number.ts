/** Of the first 17 digits of a resident identity number (GB 11643-1999). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** By the remainder of their weighted sum. */
const CHECK_LETTERS = '10x98765432';

/** Whether a folded text is a resident identity number whose check letter is right; spaces and hyphens do not count. */
export function isIdNumber(text: string): boolean {
  const letters = text.replace(/[ -]/g, '');
  if (!/^[0-9]{17}[0-9x]$/.test(letters)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(letters[index]), 0);
  return CHECK_LETTERS[sum % 11] === letters[17];
}
