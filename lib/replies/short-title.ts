/** Item titles are written for search ("【新品】…旗舰店…官方正品"); a reply names the thing as a person would. */
const LENGTH = 14;
const BRACKETED = /【[^】]{0,30}】|\[[^\]]{0,30}\]|（[^）]{0,30}）|\([^)]{0,30}\)|《[^》]{0,30}》/g;

/**
 * A title of at most 14 characters (plus "…" where it was cut): bracketed remarks dropped, whole words kept where the
 * title has spaces. A title that is nothing but brackets keeps its text.
 */
export function shortTitle(title: string): string {
  const plain =
    title.replace(BRACKETED, ' ').replace(/\s+/g, ' ').trim() || title.replace(/[【】[\]（）()《》]/g, ' ').trim();
  let short = '';
  for (const word of plain.split(' ')) {
    const longer = short === '' ? word : `${short} ${word}`;
    if (Array.from(longer).length > LENGTH) break;
    short = longer;
  }
  return short === '' ? `${cut(plain)}…` : short;
}

/** The first characters of a word too long for us, without the half of a number or Latin word at the cut. */
function cut(word: string): string {
  const letters = Array.from(word);
  const head = letters.slice(0, LENGTH).join('');
  const isInsideWord = /[A-Za-z0-9]$/.test(head) && /^[A-Za-z0-9]/.test(letters[LENGTH] ?? '');
  return isInsideWord ? head.replace(/[A-Za-z0-9.+-]+$/, '') || head : head;
}
