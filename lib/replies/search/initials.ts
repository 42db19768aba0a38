/** Names by the first letters of their characters, as the browser's collation has them: two dozen characters in place of a table of readings. */

const letters = 'abcdefghjklmnopqrstwxyz';
/** The first character that is read with each of them. */
const firsts = Array.from('吖丷嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀');

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
/** A browser may have been built without Chinese collation: then names are found by characters alone. */
const hasPinyinOrder = firsts.every((first, at) => at === 0 || collator.compare(firsts[at - 1]!, first) < 0);

const known = new Map<string, string>();

/** One letter alone says too little. */
export function mayBeInitials(text: string): boolean {
  return /^[a-z0-9]{2,}$/.test(text) && /[a-z]/.test(text);
}

/** "李小明" begins with lx; letters and digits stand for themselves. @param initials small letters and digits */
export function hasInitials(name: string, initials: string): boolean {
  for (let at = 0; at < initials.length; at += 1) {
    if (at >= name.length || initialOf(name[at]!) !== initials[at]) return false;
  }
  return true;
}

function initialOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const initial =
    hasPinyinOrder && /^[\u4e00-\u9fa5]$/.test(character) ? hanInitial(character) : character.toLowerCase();
  known.set(character, initial);
  return initial;
}

/** The last letter whose first character comes no later. */
function hanInitial(character: string): string {
  return letters[firsts.findLastIndex((first) => collator.compare(character, first) >= 0)] ?? '';
}
