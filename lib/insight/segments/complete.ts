/** What may be written next at the caret of a line: words that begin as typed, in Chinese, by pinyin initials or in English. */
import type { Label } from '../../model/label.ts';
import { fold, meaningOf, type Lexicon, type MeaningKind, type Vocabulary } from './lexicon.ts';
import { wordsOf } from './names.ts';
import { tokensOf, type Token } from './tokens.ts';
import type { MetricUnit } from './vocabulary-schema.ts';

export interface CompletionOption {
  /** Replaces the text from `start` to `end`. */
  insert: string;
  label: Label;
  detail: Label | null;
  kind: 'metric' | 'tier' | 'condition' | 'ownTier' | 'tag' | 'operator' | 'unit' | 'connective';
}

export interface Completion {
  start: number;
  end: number;
  options: CompletionOption[];
}

interface Candidate extends Omit<CompletionOption, 'insert'> {
  /** What is written, by the language of the interface. */
  inserts: Label;
  /** Folded beginnings under which it is found. */
  texts: readonly string[];
}

/**
 * @param caret place in the line, 0 before the first character
 * @param most options at most
 * @param language in which the words are written; they are found in both
 * @param tags of the shop
 */
export function complete(
  line: string,
  caret: number,
  lexicon: Lexicon,
  { most = 12, language = 'zh', tags = [] }: { most?: number; language?: keyof Label; tags?: readonly string[] } = {},
): Completion {
  const end = Math.max(0, Math.min(caret, line.length));
  const tokens = tokensOf(line.slice(0, end), lexicon);
  const last = tokens.at(-1);
  // A word that the caret touches is still being typed; a finished one may be gone on from.
  const isTyping = last !== undefined && last.end === end && (last.kind === 'unknown' || last.kind === 'word');
  const typed = isTyping
    ? ranked(candidatesAfter(tokens.slice(0, -1), lexicon, tags), fold(line.slice(last.start, end)), language)
    : [];
  if (isTyping && (typed.length > 0 || last.kind === 'unknown'))
    return { start: last.start, end, options: typed.slice(0, most) };
  return { start: end, end, options: ranked(candidatesAfter(tokens, lexicon, tags), '', language).slice(0, most) };
}

/** Those found under the text, exact finds first, without the one that is written already. */
function ranked(candidates: readonly Candidate[], text: string, language: keyof Label): CompletionOption[] {
  const found = candidates.filter(
    ({ texts, inserts }) => fold(inserts[language]).trimStart() !== text && texts.some((one) => one.startsWith(text)),
  );
  const isExact = ({ texts }: Candidate) => Number(text !== '' && !texts.includes(text));
  return found
    .toSorted((a, b) => isExact(a) - isExact(b))
    .map(({ inserts, label, detail, kind }) => ({ insert: inserts[language], label, detail, kind }));
}

function candidatesAfter(tokens: readonly Token[], lexicon: Lexicon, tags: readonly string[]): Candidate[] {
  const { vocabulary } = lexicon;
  const last = tokens.at(-1);
  const means = (token: Token | undefined, ...kinds: MeaningKind[]) =>
    token !== undefined && kinds.some((kind) => meaningOf(token.meanings, kind));
  if (last === undefined || last.kind === 'open' || means(last, 'and', 'or', 'not'))
    return conditionCandidates(vocabulary);
  const before = tokens.at(-2);
  if (means(last, 'tag'))
    return tags.map((tag) => candidate('tag', { zh: tag, en: tag }, { zh: tag, en: tag }, null, []));
  if (last.kind === 'unknown' && means(before, 'tag')) return connectives(vocabulary);
  if (means(last, 'comparison')) return means(before, 'ownTier') ? tierCandidates(vocabulary) : [];
  if (means(last, 'ownTier')) return operators(['=']);
  if (means(last, 'metric')) {
    const isWhole = means(last, 'condition');
    return [...operators(['>=', '<=', '>', '<', '=']), ...(isWhole ? connectives(vocabulary) : [])];
  }
  if (last.kind === 'number')
    return [...unitsAfter(tokens, vocabulary), ...suffixes(vocabulary), ...connectives(vocabulary)];
  if (means(last, 'unit', 'amount')) return [...suffixes(vocabulary), ...connectives(vocabulary)];
  if (last.kind === 'unknown' || means(last, 'range')) return [];
  return connectives(vocabulary);
}

function conditionCandidates(vocabulary: Vocabulary): Candidate[] {
  const { metrics, conditions, words } = vocabulary;
  const [own] = words.ownTier;
  const [not] = words.connectives.not;
  const [tag] = words.tag;
  return [
    ...tierCandidates(vocabulary),
    ...metrics.map(({ name, label, words: [zh, ...more], pinyin, definition }) => {
      const english = words.english.metrics[name];
      return candidate('metric', { zh: zh!, en: english[0]! }, label, definition, [...more, name, pinyin, ...english]);
    }),
    ...conditions.map(({ id, label, words: more, pinyin }) => {
      const english = words.english.conditions[id] ?? [label.en];
      return candidate('condition', { zh: label.zh, en: english[0]! }, label, null, [...more, id, pinyin, ...english]);
    }),
    candidate('ownTier', { zh: `${own!}=`, en: 'tier=' }, { zh: own!, en: 'tier' }, null, words.ownTier),
    candidate('tag', { zh: tag!, en: 'tag:' }, { zh: tag!, en: 'tag:' }, null, [...words.tag, 'bq']),
    candidate('connective', { zh: not!, en: 'not ' }, { zh: not!, en: 'not' }, null, words.connectives.not),
  ];
}

function tierCandidates({ tiers, words }: Vocabulary): Candidate[] {
  return tiers.map(({ id, label }) => {
    const more = words.tiers[id];
    return candidate('tier', label, label, null, [...(more?.words ?? []), id, ...(more ? [more.pinyin] : [])]);
  });
}

function operators(signs: readonly string[]): Candidate[] {
  return signs.map((sign) => candidate('operator', { zh: sign, en: sign }, { zh: sign, en: sign }, null, []));
}

function connectives({ words: { connectives: of } }: Vocabulary): Candidate[] {
  return (['and', 'or'] as const).map((kind) => {
    const inserts = { zh: ` ${of[kind][0]!} `, en: ` ${kind} ` };
    return candidate('connective', inserts, { zh: of[kind][0]!, en: kind }, null, of[kind]);
  });
}

function suffixes({ words }: Vocabulary): Candidate[] {
  return (['>=', '<='] as const).map((is) => {
    const of = words.suffixes[is];
    const en = englishOf(of) ?? of[0]!;
    return candidate('operator', { zh: of[0]!, en: ` ${en}` }, { zh: of[0]!, en: is }, null, of);
  });
}

/** The units of the metric that the number belongs to. */
function unitsAfter(tokens: readonly Token[], vocabulary: Vocabulary): Candidate[] {
  const metric = tokens
    .map(({ meanings }) => meaningOf(meanings, 'metric'))
    .findLast((meaning) => meaning !== undefined);
  if (!metric) return [];
  const { unit } = wordsOf(metric.metric, vocabulary);
  return vocabulary.words.units
    .filter(({ of }) => of[unit] !== undefined)
    .map(({ words, of }) => {
      const english = englishOf(words);
      const inserts = { zh: words[0]!, en: english === undefined ? words[0]! : ` ${english}` };
      return candidate('unit', inserts, { zh: words[0]!, en: englishUnit(words, of[unit], unit) }, null, words);
    });
}

function englishOf(words: readonly string[]): string | undefined {
  return words.find((word) => /^[a-z]/.test(word));
}

/** The first of the words that is English, else the sign itself. */
function englishUnit(words: readonly string[], times: number | undefined, unit: MetricUnit): string {
  return englishOf(words) ?? (times === 1 ? unit : words[0]!);
}

function candidate(
  kind: CompletionOption['kind'],
  inserts: Label,
  label: Label,
  detail: Label | null,
  more: readonly string[],
): Candidate {
  return {
    kind,
    inserts,
    label,
    detail,
    texts: [inserts.zh.trim(), inserts.en.trim(), label.zh, label.en, ...more].map(fold),
  };
}
