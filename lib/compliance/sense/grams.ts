/** What a folded text is made of when its sense is looked for: its letters and pairs of letters. */
import { channelSchema, type Channel } from '../compliance-rule.ts';
import { isIdeograph, unitsLike } from '../units.ts';

/** One letter, or two as one number of 32 bits. */
export type Gram = number;

const LETTER_BITS = 16;
const LAST_LETTER = 0xffff;
const BEGIN = '^'.charCodeAt(0);
const END = '$'.charCodeAt(0);
const NUMBER = '0'.charCodeAt(0);
/** Halves of a letter are none: pictures are passed over. */
const SEPARATORS = /[\s,.。!?;~、:…()"'“”‘’【】[\]{}<>^$\ud800-\udfff]/g;
/** Letters stand for themselves, all digits for one, and what separates for nothing. */
const letters = Uint16Array.from({ length: LAST_LETTER + 1 }, (_, unit) => unit);
letters.fill(NUMBER, NUMBER, NUMBER + 10);
for (const unit of unitsLike(SEPARATORS)) letters[unit] = 0;

function letterOf(unit: number): number {
  return isIdeograph(unit) ? unit : letters[unit]!;
}

const pair = (first: number, second: number): Gram => ((first << LETTER_BITS) | second) >>> 0;

/** Grams side by side, in the order of the text. What is told holds until the next text is read. */
export interface Grams {
  count: number;
  all: Uint32Array;
  /** Where each begins and ends. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Kept from text to text, and enough for most parts of one. */
let grams = roomFor(512);

function roomFor(size: number): Grams {
  return { count: 0, all: new Uint32Array(size), starts: new Uint32Array(size), ends: new Uint32Array(size) };
}

/** Of a letter there are three at most: its own and one on either side. */
export function mostGrams(length: number): number {
  return 3 * length + 1;
}

/**
 * Each letter and each pair of a part of a text; the ends of a run are letters, too, and digits side by side are one.
 */
export function gramsIn(text: string, from: number, to: number): Grams {
  if (grams.all.length < mostGrams(to - from)) grams = roomFor(2 * mostGrams(to - from));
  const { all, starts, ends } = grams;
  let count = 0;
  let before = 0;
  let beforeAt = from;
  for (let at = from; at < to; at += 1) {
    const letter = letterOf(text.charCodeAt(at));
    if (letter === 0) {
      if (before !== 0) {
        all[count] = pair(before, END);
        starts[count] = beforeAt;
        ends[count] = at;
        count += 1;
      }
      before = 0;
      continue;
    }
    if (letter === NUMBER && before === NUMBER) continue;
    all[count] = letter;
    starts[count] = at;
    all[count + 1] = pair(before === 0 ? BEGIN : before, letter);
    starts[count + 1] = before === 0 ? at : beforeAt;
    ends[count] = ends[count + 1] = at + 1;
    count += 2;
    before = letter;
    beforeAt = at;
  }
  if (before !== 0) {
    all[count] = pair(before, END);
    starts[count] = beforeAt;
    ends[count] = to;
    count += 1;
  }
  grams.count = count;
  return grams;
}

/** Where a text goes speaks, too. No text has the last letters of all. */
const LAST_GRAM = 0xffff_ffff;
export const gramOfChannel = (channel: Channel): Gram => LAST_GRAM - channelSchema.options.indexOf(channel);

/** As a gram stands in the file of weights. */
export function gramName(gram: Gram): string {
  const channel = channelSchema.options[LAST_GRAM - gram];
  if (channel !== undefined) return `#${channel}`;
  const second = String.fromCharCode(gram & LAST_LETTER);
  return gram <= LAST_LETTER ? second : String.fromCharCode(gram >>> LETTER_BITS) + second;
}

/** @throws Error for what is no letter, no pair and no channel */
export function gramNamed(name: string): Gram {
  if (name.length === 1) return name.charCodeAt(0);
  if (name.length === 2) return pair(name.charCodeAt(0), name.charCodeAt(1));
  const channel = channelSchema.options.find((option) => name === `#${option}`);
  if (!channel) throw new Error(`expected a letter, two letters or "#" and a channel, found ${JSON.stringify(name)}`);
  return gramOfChannel(channel);
}
