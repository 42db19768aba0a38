/** Which words somebody may have meant who wrote another. */
import { fold } from './lexicon.ts';
import type { Wording } from './names.ts';

/** Longer words are names of nothing. */
const MAX_LENGTH = 24;
const MAX_SUGGESTIONS = 3;

/**
 * @param wordings what is suggested is ours, in the letters in which the other word was written
 * @returns the nearest first; those that begin alike before those that differ by a slip
 */
export function nearestWords(found: string, wordings: readonly Wording[]): string[] {
  const wanted = fold(found).trim();
  if (wanted === '' || wanted.length > MAX_LENGTH) return [];
  const language = /^[a-z]/.test(wanted) ? 'en' : 'zh';
  const ranked = wordings.flatMap(({ ours, texts }) => {
    const distance = Math.min(...texts.map((text) => distanceOf(wanted, fold(text))));
    return Number.isFinite(distance) ? [{ text: ours[language], distance }] : [];
  });
  const texts = ranked.toSorted((a, b) => a.distance - b.distance).map(({ text }) => text);
  return [...new Set(texts)].slice(0, MAX_SUGGESTIONS);
}

/** 0.5 where one begins with the other, else the slips between them; infinite where too many. */
function distanceOf(wanted: string, word: string): number {
  if (word.startsWith(wanted) || (word.length > 1 && wanted.startsWith(word))) return 0.5;
  const allowed = Math.max(wanted.length, word.length) <= 4 ? 1 : 2;
  if (Math.abs(wanted.length - word.length) > allowed || Math.min(wanted.length, word.length) < 2) return Infinity;
  const distance = editDistance(wanted, word);
  return distance <= allowed ? distance : Infinity;
}

/** Letters added, left out, put wrong or swapped with their neighbour (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [before, last, row] = [[] as number[], [] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + Number(!isSame));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
  }
  return row[b.length]!;
}
