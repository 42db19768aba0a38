/** All words of all concepts in one graph, so that a text is read once, however many they are. */
import type { Concept, Concepts } from './concept.ts';
import type { ShelvedPattern } from './pattern-shelf.ts';
import { expandSource, type RuleVocabulary } from './rule-source.ts';
import type { Sounds } from './sounds.ts';
import { WordBeginnings } from './word-beginnings.ts';
import { addWord, emptyNode } from './word-graph.ts';
import { WordStates } from './word-states.ts';

/** Of a word: its concept, how far it may be written by sound, and whether it is one in which the concept is not meant. */
export type WordEnd = number;
const SOUND_BITS = 3;
const EXCEPT_BIT = 4;
const CONCEPT_SHIFT = 3;
const howFar: readonly Concept['bySound'][] = ['no', 'pinyin', 'some', 'half'];

function wordEnd(concept: number, bySound: Concept['bySound'], excepts: boolean): WordEnd {
  return (concept << CONCEPT_SHIFT) | (excepts ? EXCEPT_BIT : 0) | howFar.indexOf(bySound);
}

export function conceptOf(end: WordEnd): number {
  return end >> CONCEPT_SHIFT;
}

export function isExcept(end: WordEnd): boolean {
  return (end & EXCEPT_BIT) !== 0;
}

export function mayHavePinyin(end: WordEnd): boolean {
  return (end & SOUND_BITS) > 0;
}

/** How many letters of so many may be others of the same sound. */
export function mostDiffering(end: WordEnd, letters: number): number {
  const far = end & SOUND_BITS;
  return far === 3 ? letters >> 1 : far === 2 ? (letters - 1) >> 1 : 0;
}

/** Of each concept its words, and next to them the words that except it. */
const KINDS = 2;

/** The number of the words of a concept; that of the words that except it follows. */
export function kindOf(concept: number): number {
  return KINDS * concept;
}

export interface Lexicon {
  beginnings: Pick<WordBeginnings, 'isWord' | 'mayBegin'>;
  states: WordStates;
  numbers: ReadonlyMap<string, number>;
  /** How many kinds of words there are. */
  kinds: number;
  /** Each with the number of its concept. */
  patterns: readonly ShelvedPattern<number>[];
}

const writing = { no: 'no', pinyin: 'pinyin', some: 'letters', half: 'letters' } as const;

/** @param concepts by name; their order numbers them */
export function lexiconOf(concepts: Concepts, vocabulary: RuleVocabulary, sounds: Sounds): Lexicon {
  const numbers = new Map(Object.keys(concepts).map((name, number) => [name, number]));
  const root = emptyNode<WordEnd>('no');
  for (const [name, { words, except, bySound }] of Object.entries(concepts)) {
    const concept = numbers.get(name)!;
    for (const word of words) addWord(root, word, writing[bySound], wordEnd(concept, bySound, false));
    for (const word of except) addWord(root, word, 'no', wordEnd(concept, 'no', true));
  }
  const patterns = Object.entries(concepts).flatMap(([name, { patterns: sources }]) =>
    sources.map((source) => ({
      source: expandSource(source, vocabulary),
      owner: numbers.get(name)!,
    })),
  );
  return {
    beginnings: new WordBeginnings(root, sounds),
    states: new WordStates(root, sounds),
    numbers,
    kinds: kindOf(numbers.size),
    patterns,
  };
}
