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
  /** By label how loud each gram speaks for it, 0 where it says nothing: most grams speak for or against most labels. */
  sizes: readonly Int8Array[];
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
  const numbers = new Map<Gram, number>();
  const said = labels.map((label) =>
    Object.entries(weights.weights[label] ?? {}).flatMap(([size, grams]) =>
      grams.split(' ').map((name) => {
        const gram = gramNamed(name);
        const number = numbers.get(gram) ?? numbers.size;
        numbers.set(gram, number);
        return [number, Number(size)] as const;
      }),
    ),
  );
  return {
    weights,
    numbers: new GramTable([...numbers.keys()]),
    sizes: said.map((all) => {
      const sizes = new Int8Array(numbers.size);
      for (const [number, size] of all) sizes[number] = size;
      return sizes;
    }),
    bias: Float64Array.from(labels, (label) => weights.bias[label] ?? 0),
    heardIn: new Uint32Array(numbers.size),
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

/** The grams of one part that say something, each once; a letter has three at most, its own and one on either side. */
const heard = new Uint32Array(3 * LONGEST_PART + 1);

/** How much a part speaks for each label: what its grams say, over the root of how many there are. */
function oddsIn(sense: Sense, text: string, { start, end }: Hit, channel: Channel | null): Float64Array {
  const { numbers, heardIn } = sense;
  const now = (sense.part += 1);
  let grams = 0;
  let known = 0;
  const add = (gram: Gram) => {
    grams += 1;
    const number = numbers.numberOf(gram);
    if (number < 0 || heardIn[number] === now) return;
    heardIn[number] = now;
    heard[known] = number;
    known += 1;
  };
  readGrams(text, start, end, add);
  if (channel !== null) add(gramOfChannel(channel));
  const scale = sense.weights.step / Math.sqrt(Math.max(1, grams));
  return sense.bias.map((bias, label) => bias + sumOf(sense.sizes[label]!, known) * scale);
}

/** One label after the other: its sizes then stay in the cache, and the sum in a register. */
function sumOf(sizes: Int8Array, known: number): number {
  let sum = 0;
  for (let at = 0; at < known; at += 1) sum += sizes[heard[at]!]!;
  return sum;
}

/** The run between two signs in which a part says it loudest. */
export function loudestRun(sense: Sense, text: string, part: Hit, label: ComplianceLabel): Hit {
  const sizes = sense.sizes[labels.indexOf(label)]!;
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
    const number = sense.numbers.numberOf(gram);
    if (number >= 0) run.sum += sizes[number]!;
  });
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
