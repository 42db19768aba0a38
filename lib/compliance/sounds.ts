/** How letters sound, for words that are written by sound to slip past filters: 好平 or hao评 for 好评. */
export interface Sounds {
  /** By Chinese character. */
  letters: ReadonlyMap<string, string>;
  /** Of a Chinese character. */
  ofLetter: (letter: string) => string | undefined;
  /** Of a syllable without its tone. */
  ofPinyin: (syllable: string) => string | undefined;
}

/** Speakers of many dialects do not tell these apart, and neither do those who write by sound. */
const CONFUSED: readonly [RegExp, string][] = [
  [/^([zcs])h/, '$1'],
  [/([aei])ng$/, '$1n'],
];

function blurred(syllable: string): string {
  return CONFUSED.reduce((sound, [pattern, plain]) => sound.replace(pattern, plain), syllable);
}

/** @param letters by syllable: all characters that are read so */
export function soundsOf(letters: Readonly<Record<string, string>>): Sounds {
  const sounds = new Map(Object.keys(letters).map((syllable) => [syllable, blurred(syllable)]));
  const byLetter = new Map(
    Object.entries(letters).flatMap(([syllable, row]) =>
      Array.from(row, (letter) => [letter, sounds.get(syllable)!] as const),
    ),
  );
  return {
    letters: byLetter,
    ofLetter: (letter) => byLetter.get(letter),
    ofPinyin: (syllable) => sounds.get(syllable),
  };
}
