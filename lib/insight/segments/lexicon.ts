/** The words of the segment language, looked up at a place of a line: the longest word that stands there. */
import type { Label } from '../../model/label.ts';
import type { MetricName } from '../metrics.ts';
import type { Clause } from '../tiers/clause-schema.ts';
import type { ComparisonSign, MetricUnit, MetricWords, NamedCondition, SegmentWords } from './vocabulary-schema.ts';

/** A tier of the shop, with the shop's own numbers. */
export interface SegmentTier {
  id: string;
  label: Label;
  all: readonly Clause[];
}

/** All words: ours come from the shipped rules. */
export interface Vocabulary {
  metrics: readonly MetricWords[];
  /** In order of precedence. */
  tiers: readonly SegmentTier[];
  conditions: readonly NamedCondition[];
  words: SegmentWords;
}

export type Meaning =
  | { kind: 'metric'; metric: MetricName }
  | { kind: 'tier'; tier: string }
  | { kind: 'condition'; condition: string }
  | { kind: 'ownTier' | 'tag' | 'range' | 'rangeEnd' | 'filler' | 'and' | 'or' | 'not' }
  | { kind: 'comparison'; is: ComparisonSign }
  | { kind: 'suffix'; is: '>=' | '<=' }
  | { kind: 'unit'; of: SegmentWords['units'][number]['of'] }
  | { kind: 'amount'; unit: MetricUnit; value: number };
export type MeaningKind = Meaning['kind'];

export interface Lexicon {
  vocabulary: Vocabulary;
  /** Folded words by their first character, the longest first. */
  words: ReadonlyMap<string, readonly { word: string; meanings: readonly Meaning[] }[]>;
}

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const meanings = new Map<string, Meaning[]>();
  const add = (text: string, meaning: Meaning) =>
    meanings.set(fold(text), [...(meanings.get(fold(text)) ?? []), meaning]);
  for (const [text, meaning] of entriesOf(vocabulary)) add(text, meaning);
  const names = new Set(meanings.keys());
  for (const [id, meaning] of idsOf(vocabulary)) if (!names.has(fold(id))) add(id, meaning);
  const words = new Map<string, { word: string; meanings: Meaning[] }[]>();
  for (const [word, of] of meanings) {
    const first = word[0]!;
    words.set(first, [...(words.get(first) ?? []), { word, meanings: of }]);
  }
  for (const list of words.values()) list.sort((a, b) => b.word.length - a.word.length);
  return { vocabulary, words };
}

/** @param line folded */
export function wordAt({ words }: Lexicon, line: string, at: number) {
  return words
    .get(line[at] ?? '')
    ?.find(({ word }) => line.startsWith(word, at) && !splitsWord(line, at + word.length));
}

/** One meaning by kind, or undefined. */
export function meaningOf<Kind extends MeaningKind>(meanings: readonly Meaning[], kind: Kind) {
  return meanings.find((meaning): meaning is Extract<Meaning, { kind: Kind }> => meaning.kind === kind);
}

/** Small half-width letters; every character stays at its place. */
export function fold(line: string): string {
  return line.replace(/[\u3000\uff01-\uff5eA-Z\s]/g, (character) => {
    if (/\s/.test(character)) return ' ';
    const code = character.charCodeAt(0);
    return String.fromCharCode(code < 0x80 ? code : code - 0xfee0).toLowerCase();
  });
}

/** A Latin word ends where no letter or digit goes on: `or` is not the beginning of `orders`. */
function splitsWord(line: string, end: number): boolean {
  return isLatin(line[end - 1]!) && end < line.length && (isLatin(line[end]!) || isDigit(line[end]!));
}

function isLatin(character: string): boolean {
  return character >= 'a' && character <= 'z';
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function* entriesOf({ metrics, tiers, conditions, words }: Vocabulary): Generator<[string, Meaning]> {
  const each = (texts: readonly string[], meaning: Meaning) =>
    [...new Set(texts.map(fold))].map((text): [string, Meaning] => [text, meaning]);
  for (const { name, label, words: of } of metrics)
    yield* each([label.zh, label.en, ...of, ...words.english.metrics[name]], { kind: 'metric', metric: name });
  for (const { id, label } of tiers)
    yield* each([label.zh, label.en, ...(words.tiers[id]?.words ?? [])], { kind: 'tier', tier: id });
  for (const { id, label, words: of } of conditions)
    yield* each([label.zh, label.en, ...of, ...(words.english.conditions[id] ?? [])], {
      kind: 'condition',
      condition: id,
    });
  for (const kind of ['and', 'or', 'not'] as const) for (const word of words.connectives[kind]) yield [word, { kind }];
  for (const [is, of] of Object.entries(words.comparisons))
    for (const word of of) yield [word, { kind: 'comparison', is: is as ComparisonSign }];
  for (const [is, of] of Object.entries(words.suffixes))
    for (const word of of) yield [word, { kind: 'suffix', is: is as '>=' | '<=' }];
  const plain = {
    ownTier: words.ownTier,
    tag: words.tag,
    range: words.ranges,
    rangeEnd: words.rangeEnds,
    filler: words.fillers,
  };
  for (const [kind, of] of Object.entries(plain))
    for (const word of of) yield [word, { kind: kind as keyof typeof plain }];
  for (const { words: of, of: unit } of words.units) for (const word of of) yield [word, { kind: 'unit', of: unit }];
  for (const { words: of, unit, value } of words.amounts)
    for (const word of of) yield [word, { kind: 'amount', unit, value }];
}

/** Our own names for things: words too, unless they are the word for something else. */
function* idsOf({ metrics, tiers, conditions }: Vocabulary): Generator<[string, Meaning]> {
  for (const { name } of metrics) yield [name, { kind: 'metric', metric: name }];
  for (const { id } of tiers) yield [id, { kind: 'tier', tier: id }];
  for (const { id } of conditions) yield [id, { kind: 'condition', condition: id }];
}
