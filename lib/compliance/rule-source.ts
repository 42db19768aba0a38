/**
 * The trigger language: regular-expression sources over the folded text, with three additions.
 * `<any>`: one character of the clause; `<all>`: one of the sentence (commas included); `<gap>`: up to two inserted separators.
 * `<name>`: a word list or pattern of the rule; between the letters of a word up to two separators may stand.
 * Repetition must be bounded (`{0,6}`, never `*` or `+`), which keeps matching linear in the text's length.
 */
import { RuleFaultError, type RuleFault } from './rule-fault.ts';
import { triesOf } from './tries.ts';

export interface RuleVocabulary {
  words: Readonly<Record<string, readonly string[]>>;
  patterns: Readonly<Record<string, string>>;
}

const GAP = '[ ._\\-~*·、|/()\\[\\]【】^&#@❤]{0,2}';
export const GAP_LETTERS = ' ._-~*·、|/()[]【】^&#@❤';
const gapLetters = new Set(GAP_LETTERS);

/** A letter that `<gap>` steps over. */
export function isGapLetter(letter: string): boolean {
  return gapLetters.has(letter);
}

/** A gap as it is written out, and what is said of it. */
const GAPS = new RegExp(`${GAP.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=([?*+{])?)`, 'g');
/** What a pattern may say only of whole characters: kinds of Unicode, and characters of two units. */
const OF_WHOLE_CHARACTERS = /\\[pPu]|[\ud800-\udfff]/;

/** A pattern of the trigger language, macros written out, as it is to be run on any text. */
export function patternOf(source: string): RegExp {
  return new RegExp(source, 'gu');
}

/**
 * The same pattern for texts of plain letters: none is a separator, and none is of two units. It finds the same there, and its code
 * is a fraction as long, for it has no gaps and need not care where a character begins.
 */
export function plainPatternOf(source: string): RegExp {
  // Where something is said of a gap, it must stay a part.
  const gapless = source.replace(GAPS, (_, said?: string) => (said === undefined ? '' : '(?:)'));
  return new RegExp(gapless, OF_WHOLE_CHARACTERS.test(gapless) ? 'gu' : 'g');
}

const builtIns: Readonly<Record<string, string>> = { any: '[^,。!?;\\n]', all: '[^。!?;\\n]', gap: GAP };

/** A source of a shop's own may be tried at one place in so many ways; those that we ship were looked at and measured one by one. */
const MOST_WAYS = 50_000;
/** One that is looked for anew around each hit in so many: a text may be full of hits, and around each there are some 100 places. */
const MOST_WAYS_AT_HITS = 50;
/** And a repetition of what repeats itself in so many: it is rarely meant, and soon makes more. */
const MOST_NESTED = 100;

const MACRO = /(?<!\\|\(\?)<([A-Za-z][A-Za-z0-9]*)>/g;
/** Escapes and character classes, inside which `*` and `+` are letters. */
const LETTERS = /\\.|\[(?:\\.|[^\]])*\]/g;

/** A source with its macros written out. @throws RuleFaultError on an unknown name or on names that go round in a circle */
export function expandSource(source: string, vocabulary: RuleVocabulary, depth = 0): string {
  if (depth > 5)
    throw new RuleFaultError({
      kind: 'circle',
      values: [source],
      message: `expected patterns that end in words, found a circle at ${JSON.stringify(source)}`,
    });
  return source.replace(MACRO, (_, name: string) => {
    const words = vocabulary.words[name];
    if (words)
      return `(?:${[...words]
        .toSorted((a, b) => b.length - a.length)
        .map(spacedWord)
        .join('|')})`;
    if (builtIns[name]) return builtIns[name];
    const pattern = vocabulary.patterns[name];
    if (pattern === undefined)
      throw new RuleFaultError({
        kind: 'macro',
        values: [`<${name}>`],
        message: `expected <${name}> among the rule's words or patterns; add it or correct the name`,
      });
    return `(?:${expandSource(pattern, vocabulary, depth + 1)})`;
  });
}

/** "微信" -> its letters with room for separators between them; a Latin word stands alone. */
function spacedWord(word: string): string {
  const letters = Array.from(word).map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const open = /^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : '';
  const close = /[a-z]$/.test(word) ? '(?![a-z])' : '';
  return `${open}${letters.join(GAP)}${close}`;
}

/** What is wrong with a source, or null: it must be valid, and every repetition in it bounded. */
export function sourceProblem(source: string, vocabulary: RuleVocabulary): RuleFault | null {
  try {
    const expanded = expandSource(source, vocabulary);
    // It throws where the source is no pattern.
    void new RegExp(expanded, 'u');
    const isUnbounded = /[*+]|\{\d+,\}/.test(expanded.replace(LETTERS, ''));
    const message = `expected bounded repetition such as {0,6}, found * or + in ${source}`;
    return isUnbounded ? { kind: 'bounded', values: [source], message } : null;
  } catch (error) {
    if (error instanceof RuleFaultError) return error.fault;
    return { kind: 'noPattern', values: [source], message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * What makes a source that has no problem slow, or null: how long it takes grows with the text alone, but may be a lifetime for each letter.
 * @param isAtHits whether it is looked for anew around each hit
 */
export function slownessOf(source: string, vocabulary: RuleVocabulary, isAtHits = false): RuleFault | null {
  const { ways, nested } = triesOf(expandSource(source, vocabulary));
  if (nested !== null && nested.ways > MOST_NESTED)
    return {
      kind: 'nested',
      values: [readable(nested.written), source],
      message: `expected no repetition of varying length inside another, found ${readable(nested.written)} in ${source}; write one such as <any>{0,40} alone, or let each turn end in a letter that it cannot hold otherwise`,
    };
  if (ways > MOST_WAYS)
    return {
      kind: 'ways',
      values: [source],
      message: `expected a pattern that can be read in ${MOST_WAYS} ways at most, found ${ways.toExponential(0)} for ${source}; write fewer or shorter repetitions such as <any>{0,40}, or make it a frame of concepts`,
    };
  if (isAtHits && ways > MOST_WAYS_AT_HITS)
    return {
      kind: 'waysAtHits',
      values: [source],
      message: `expected a pattern that can be read in ${MOST_WAYS_AT_HITS} ways at most, for it is looked for around each hit, found ${ways} for ${source}; begin it with its first word and write one repetition, such as <any>{0,20}, or several patterns with a shorter one each`,
    };
  return null;
}

/** With the built-in macros as they were written. */
function readable(expanded: string): string {
  return Object.entries(builtIns).reduce((text, [name, written]) => text.replaceAll(written, `<${name}>`), expanded);
}
