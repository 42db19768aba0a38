/** The readings of Chinese characters, by the collation that every browser carries. No table of ten thousand characters is needed. */
import { otherReadings, syllableStarts } from './pinyin-table.ts';

interface Syllable {
  reading: string;
  characters: string;
}

const syllablesOf = (table: string): Syllable[] =>
  Array.from(table.matchAll(/([a-z]+)([^a-z ]+)/g), ([, reading, characters]) => ({
    reading: reading!,
    characters: characters!,
  }));

const starts = syllablesOf(syllableStarts);
const others = new Map<string, string[]>();
for (const { reading, characters } of syllablesOf(otherReadings)) {
  for (const character of characters) others.set(character, [...(others.get(character) ?? []), reading]);
}

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
/** A browser may have been built without Chinese collation: then search finds by characters alone. */
const hasPinyinOrder = ['啊', '不', '发', '票', '中'].every(
  (character, index, all) => index === 0 || collator.compare(all[index - 1]!, character) < 0,
);

const known = new Map<string, readonly string[]>();

/** "重" -> zhong, chong; "A" -> a; "，" -> none. Lower case, without tones; ü is v. */
export function readingsOf(character: string): readonly string[] {
  const before = known.get(character);
  if (before) return before;
  const readings = /^[a-z0-9]$/i.test(character) ? [character.toLowerCase()] : hanReadings(character);
  known.set(character, readings);
  return readings;
}

function hanReadings(character: string): string[] {
  if (!/^[\u4e00-\u9fa5]$/.test(character) || !hasPinyinOrder) return [];
  return [...new Set([mainReading(character), ...(others.get(character) ?? [])])];
}

/** The last syllable that begins no later. */
function mainReading(character: string): string {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (collator.compare(character, starts[middle]!.characters) >= 0) low = middle;
    else high = middle - 1;
  }
  return starts[low]!.reading;
}
