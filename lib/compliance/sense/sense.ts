/** Hears what a text means: for each label how much its letters speak for it. */
import { complianceLabelSchema, type Channel, type ComplianceLabel } from '../compliance-rule.ts';
import type { Hit } from '../scan.ts';
import { isSentenceEnd } from '../units.ts';
import { GramTable, NOWHERE } from './gram-table.ts';
import { gramNamed, gramOfChannel, gramsIn, mostGrams, type Gram } from './grams.ts';
import type { SenseWeights } from './sense-schema.ts';

/** The weights, made ready. */
export interface Sense {
  weights: SenseWeights;
  said: GramTable;
  bias: Float64Array;
}

/** A part of a text, in its folded form, with what it means. */
export interface HeardPart extends Hit {
  /** By the place of a label in `complianceLabelSchema`. */
  odds: readonly number[];
}

const labels = complianceLabelSchema.options;
/** Longer texts are heard in parts: what is said in one sentence is not drowned by the others. */
const LONGEST_PART = 160;
/** Of fewer letters than the texts that it was learned from nothing is heard. */
const LEAST_LETTERS = 6;

const compiled = new WeakMap<SenseWeights, Sense>();

/** Compiled once for each set of weights. */
export function senseOf(weights: SenseWeights): Sense {
  let sense = compiled.get(weights);
  if (!sense) {
    sense = compile(weights);
    compiled.set(weights, sense);
  }
  return sense;
}

function compile(weights: SenseWeights): Sense {
  const said = new Map<Gram, number[]>();
  for (const [label, name] of labels.entries())
    for (const [size, grams] of Object.entries(weights.weights[name] ?? {}))
      for (const gram of grams.split(' ').map(gramNamed)) {
        let sizes = said.get(gram);
        if (!sizes) said.set(gram, (sizes = labels.map(() => 0)));
        sizes[label] = Number(size);
      }
  return {
    weights,
    said: new GramTable(said, labels.length),
    bias: Float64Array.from(labels, (label) => weights.bias[label] ?? 0),
  };
}

/**
 * @param text folded
 * @param channel where the text goes; null for not known
 */
export function hear(sense: Sense, text: string, channel: Channel | null): HeardPart[] {
  return partsOf(text)
    .filter(({ start, end }) => end - start >= LEAST_LETTERS)
    .map((part) => ({ ...part, odds: oddsIn(sense, text, part, channel) }));
}

/** Log odds, as far as they were learned to be. */
export function oddsFor({ odds }: HeardPart, label: ComplianceLabel): number {
  return odds[labels.indexOf(label)]!;
}

/** Where those grams of one part stand that say something, each once. */
const heard = new Uint32Array(mostGrams(LONGEST_PART) + 1);
const sums = new Int32Array(labels.length + 3);

/** How much a part speaks for each label: what its grams say, over the root of how many there are. */
function oddsIn({ weights, said, bias }: Sense, text: string, part: Hit, channel: Channel | null): number[] {
  const grams = gramsIn(text, part.start, part.end);
  if (channel !== null) {
    grams.all[grams.count] = gramOfChannel(channel);
    grams.count += 1;
  }
  said.addUp(heard, said.find(grams.all, grams.count, heard), sums);
  const scale = weights.step / Math.sqrt(Math.max(1, grams.count));
  return labels.map((_, label) => bias[label]! + sums[label]! * scale);
}

/** The run between two signs in which a part says it loudest. */
export function loudestRun(sense: Sense, text: string, part: Hit, label: ComplianceLabel): Hit {
  const { said } = sense;
  const number = labels.indexOf(label);
  let loudest = { start: part.start, end: part.end, sum: -Infinity };
  let run = { start: part.start, end: part.start, sum: 0 };
  const finish = () => {
    if (run.end > run.start && run.sum > loudest.sum) loudest = run;
  };
  const { count, all, starts, ends } = gramsIn(text, part.start, part.end);
  for (let each = 0; each < count; each += 1) {
    const [start, end] = [starts[each]!, ends[each]!];
    // A pair begins where the letter before it stands: what begins behind the end is a new run.
    if (start > run.end) {
      finish();
      run = { start, end, sum: 0 };
    }
    run.end = Math.max(run.end, end);
    const place = said.placeOf(all[each]!);
    if (place !== NOWHERE) run.sum += said.sizeAt(place, number);
  }
  finish();
  return { start: loudest.start, end: loudest.end };
}

/** Whole sentences as long as they fit; a longer one is cut. */
function partsOf(text: string): Hit[] {
  const parts: Hit[] = [];
  let start = 0;
  while (text.length - start > LONGEST_PART) {
    let end = start + LONGEST_PART;
    while (end > start && !isSentenceEnd(text.charCodeAt(end - 1))) end -= 1;
    if (end === start) end = start + LONGEST_PART;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: text.length }];
}
