/**
 * Learns how forbidden things are said and writes `lib/rules/compliance/sense-weights.json`: `npm run sense`. Learned from are the texts
 * of `scripts/sense/texts`, one file for each writer, the sets the rules were written by, and the rules' own examples. From which odds on
 * a text is held to mean it is found on writers held back, some of them at a time; their quality is printed, of rules and sense together.
 */
import { writeFileSync } from 'node:fs';
import { complianceLabelSchema, type ComplianceLabel } from '../lib/compliance/compliance-rule.ts';
import { foldText } from '../lib/compliance/fold.ts';
import { LOUDEST } from '../lib/compliance/sense/gram-table.ts';
import { gramName, gramOfChannel, gramsIn, type Gram } from '../lib/compliance/sense/grams.ts';
import { hear, oddsFor, senseOf } from '../lib/compliance/sense/sense.ts';
import type { SenseWeights } from '../lib/compliance/sense/sense-schema.ts';
import { rulesAlone } from '../tests/support/make-pack.ts';
import {
  findingsIn,
  knownChannel,
  precision,
  qualityOn,
  recall,
  type LabelledText,
} from '../tests/support/lint-quality.ts';
import { learnLine, weightiest, type Line, type Rows } from './sense/learn.ts';
import { alwaysLearned, textsByWriter } from './sense/material.ts';

const WEIGHTS_FILE = 'lib/rules/compliance/sense-weights.json';
const FOLDS = 5;
/** Seen in fewer texts, a gram says nothing. */
const LEAST_SEEN = 3;
/** For each label. */
const MOST_WEIGHTS = 3000;
const STEP = 0.125;
/** Of the lawful texts held back, those that are written to be mistaken and everyday ones counting half each. */
const MOST_FLAGGED = 0.03;
/** So far below what is found a rule is doubted. */
const DOUBT_GAP = 0.5;

const labels = complianceLabelSchema.options;
/** By label the rule that speaks for what is heard. */
const listening = new Map(
  rulesAlone.rules
    .filter(({ triggers }) => triggers.some((trigger) => 'sense' in trigger))
    .map((rule) => [rule.label, rule]),
);
const [always, byWriter] = [alwaysLearned(), [...textsByWriter().values()]];
const heldBack: Judged[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const others = byWriter.filter((_, writer) => writer % FOLDS !== fold).flat();
  const weights = learned([...always, ...others]);
  for (const text of byWriter.filter((_, writer) => writer % FOLDS === fold).flat())
    heldBack.push(judged(text, weights));
  console.log(`${fold + 1} of ${FOLDS} parts held back`);
}
const chosen = limitsFor(heldBack);
console.log(`${heldBack.length} texts of writers held back, found from ${chosen.found} on:`, told(chosen));
const kept = { ...learned([...always, ...byWriter.flat()]), ...chosen };
writeFileSync(WEIGHTS_FILE, `${JSON.stringify(kept, null, 2)}\n`);

/** A text, what rules alone find in it, and what it sounds like. */
interface Judged {
  text: LabelledText;
  read: ReadonlySet<ComplianceLabel>;
  odds: ReadonlyMap<ComplianceLabel, number>;
}

function judged(text: LabelledText, sense: SenseWeights): Judged {
  const read = new Set(findingsIn(text, rulesAlone).map(({ label }) => label));
  const parts = hear(senseOf(sense), foldText(text.text).text, knownChannel(text.channel));
  const odds = new Map(labels.map((label) => [label, Math.max(...parts.map((part) => oddsFor(part, label)))]));
  return { text, read, odds };
}

type Limits = Pick<SenseWeights, 'found' | 'doubted'>;

/** @throws Error where too many are flagged whatever the limit */
function limitsFor(texts: readonly Judged[]): Limits {
  const [hard, everyday] = [true, false].map((isHard) =>
    texts.filter(
      ({ text: { expect, tags } }) => expect.length === 0 && (tags?.includes('hard-negative') ?? false) === isHard,
    ),
  );
  for (let steps = -20; steps <= 40; steps += 1) {
    const limits = { found: steps / 20, doubted: Math.round((steps / 20 - DOUBT_GAP) * 100) / 100 };
    if ((flagged(hard!, limits) + flagged(everyday!, limits)) / 2 <= MOST_FLAGGED) return limits;
  }
  throw new Error(`expected a limit at which at most ${MOST_FLAGGED} of the lawful texts are flagged, found none`);
}

function flagged(lawful: readonly Judged[], limits: Limits): number {
  const { clean } = qualityAt(lawful, limits);
  return clean.flagged / clean.all;
}

function qualityAt(texts: readonly Judged[], { found, doubted }: Limits) {
  return qualityOn(
    texts.map(({ text }) => text),
    (_, at) => {
      const { read, odds } = texts[at]!;
      return new Set(labels.filter((label) => odds.get(label)! >= (read.has(label) ? doubted : found)));
    },
  );
}

function told(limits: Limits) {
  const { total, clean, byTag, byLabel } = qualityAt(heldBack, limits);
  const rounded = (share: number) => Math.round(share * 1000) / 1000;
  return {
    precision: rounded(precision(total)),
    recall: rounded(recall(total)),
    cleanFlagged: rounded(clean.flagged / clean.all),
    byTag: Object.fromEntries(Array.from(byTag, ([tag, { right, all }]) => [tag, rounded(right / all)])),
    byLabel: Object.fromEntries(
      Array.from(byLabel, ([label, count]) => [label, `${rounded(precision(count))} ${rounded(recall(count))}`]),
    ),
  };
}

function learned(texts: readonly LabelledText[]): SenseWeights {
  const { rows, grams } = rowsOf(texts);
  const lines = labels.map((label) => {
    const isMeant = texts.map((text) => meant(label, text));
    return learnLine(rows, isMeant, weightiest(learnLine(rows, isMeant, null), rows, MOST_WEIGHTS));
  });
  return {
    source: `npm run sense: ${texts.length} labelled texts`,
    step: STEP,
    weights: Object.fromEntries(labels.map((label, at) => [label, sizesOf(lines[at]!, grams)])),
    bias: Object.fromEntries(labels.map((label, at) => [label, Math.round(lines[at]!.bias * 1000) / 1000])),
    found: Infinity,
    doubted: -Infinity,
  };
}

/** Null where either answer would do, and where nobody listens: the rules alone read what goes there. */
function meant(label: ComplianceLabel, { expect, allow, channel }: LabelledText): boolean | null {
  const { channels } = listening.get(label)!;
  const goesTo = knownChannel(channel);
  if (channels && goesTo !== null && !channels.includes(goesTo)) return null;
  return expect.includes(label) || (allow?.includes(label) ? null : false);
}

function rowsOf(texts: readonly LabelledText[]): { rows: Rows; grams: Gram[] } {
  const read = texts.map(({ text, channel }) => {
    const folded = foldText(text).text;
    const { all, count } = gramsIn(folded, 0, folded.length);
    const grams: Gram[] = [...all.subarray(0, count)];
    const known = knownChannel(channel);
    if (known !== null) grams.push(gramOfChannel(known));
    return { distinct: new Set(grams), count: grams.length };
  });
  const seen = new Map<Gram, number>();
  for (const { distinct } of read) for (const gram of distinct) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const grams = [...seen].flatMap(([gram, times]) => (times >= LEAST_SEEN ? [gram] : [])).toSorted((a, b) => a - b);
  const numbers = new Map(grams.map((gram, number) => [gram, number]));
  const rows = {
    grams: read.map(({ distinct }) =>
      Uint32Array.from(Array.from(distinct).flatMap((gram) => numbers.get(gram) ?? [])),
    ),
    values: Float64Array.from(read, ({ count }) => 1 / Math.sqrt(Math.max(1, count))),
    width: grams.length,
  };
  return { rows, grams };
}

function sizesOf({ weights }: Line, grams: readonly Gram[]): Record<string, string> {
  const bySize = new Map<number, string[]>();
  for (const [number, weight] of weights.entries()) {
    const size = Math.max(-LOUDEST, Math.min(LOUDEST, Math.round(weight / STEP)));
    if (size !== 0) bySize.set(size, [...(bySize.get(size) ?? []), gramName(grams[number]!)]);
  }
  return Object.fromEntries(
    Array.from(bySize)
      .toSorted(([a], [b]) => b - a)
      .map(([size, names]) => [String(size), names.join(' ')]),
  );
}
