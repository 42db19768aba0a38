/** Hears what a text means: for each label how much its letters speak for it. */
import { complianceLabelSchema, type Channel, type ComplianceLabel } from '../compliance-rule.ts';
import type { Hit } from '../scan.ts';
import { isSentenceEnd } from '../units.ts';
import { GramTable } from './gram-table.ts';
import { gramNamed, gramOfChannel, readGrams, type Gram } from './grams.ts';
import type { SenseWeights } from './sense-schema.ts';

/** The weights, made ready. */
export interface Sense {
  weights: SenseWeights;
  numbers: GramTable;
  /** From `offsets[n]` to `offsets[n + 1]` what gram n speaks for, and how loud. */
  offsets: Uint32Array;
  labels: Uint8Array;
  sizes: Int8Array;
  bias: Float64Array;
  /** When a gram was heard last, by its number: each counts once in a part. */
  heardIn: Uint32Array;
  part: number;
}

/** A part of a text, in its folded form, with what it means. */
export interface HeardPart extends Hit {
  /** By the place of a label in `complianceLabelSchema`. */
  odds: Float64Array;
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
  const speaksFor = new Map<Gram, [label: number, size: number][]>();
  for (const [at, label] of labels.entries())
    for (const [size, grams] of Object.entries(weights.weights[label] ?? {}))
      for (const name of grams.split(' ')) {
        const gram = gramNamed(name);
        const known = speaksFor.get(gram);
        if (known) known.push([at, Number(size)]);
        else speaksFor.set(gram, [[at, Number(size)]]);
      }
  const all = [...speaksFor.values()];
  const offsets = new Uint32Array(all.length + 1);
  for (const [number, { length }] of all.entries()) offsets[number + 1] = offsets[number]! + length;
  return {
    weights,
    numbers: new GramTable([...speaksFor.keys()]),
    offsets,
    labels: Uint8Array.from(all.flat(), ([label]) => label),
    sizes: Int8Array.from(all.flat(), ([, size]) => size),
    bias: Float64Array.from(labels, (label) => weights.bias[label] ?? 0),
    heardIn: new Uint32Array(all.length),
    part: 0,
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

/** How much a part speaks for each label: what its grams say, over the root of how many there are. */
function oddsIn(sense: Sense, text: string, { start, end }: Hit, channel: Channel | null): Float64Array {
  const { numbers, offsets, heardIn, bias } = sense;
  const sums = new Float64Array(labels.length);
  const now = (sense.part += 1);
  let grams = 0;
  const add = (gram: Gram) => {
    grams += 1;
    const number = numbers.numberOf(gram);
    if (number < 0 || heardIn[number] === now) return;
    heardIn[number] = now;
    for (let at = offsets[number]!; at < offsets[number + 1]!; at += 1) sums[sense.labels[at]!]! += sense.sizes[at]!;
  };
  readGrams(text, start, end, add);
  if (channel !== null) add(gramOfChannel(channel));
  const scale = sense.weights.step / Math.sqrt(Math.max(1, grams));
  return sums.map((sum, label) => bias[label]! + sum * scale);
}

/** The run between two signs in which a part says it loudest. */
export function loudestRun(sense: Sense, text: string, part: Hit, label: ComplianceLabel): Hit {
  const spoken = labels.indexOf(label);
  let loudest = { start: part.start, end: part.end, sum: -Infinity };
  let run = { start: part.start, end: part.start, sum: 0 };
  const finish = () => {
    if (run.end > run.start && run.sum > loudest.sum) loudest = run;
  };
  readGrams(text, part.start, part.end, (gram, start, end) => {
    // A pair begins where the letter before it stands: what begins behind the end is a new run.
    if (start > run.end) {
      finish();
      run = { start, end, sum: 0 };
    }
    run.end = Math.max(run.end, end);
    run.sum += sizeFor(sense, gram, spoken);
  });
  finish();
  return { start: loudest.start, end: loudest.end };
}

function sizeFor({ numbers, offsets, labels: of, sizes }: Sense, gram: Gram, label: number): number {
  const number = numbers.numberOf(gram);
  if (number < 0) return 0;
  for (let at = offsets[number]!; at < offsets[number + 1]!; at += 1) if (of[at] === label) return sizes[at]!;
  return 0;
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
