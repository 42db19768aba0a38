/** What a folded text is made of when its sense is looked for: its letters and pairs of letters. */
import { channelSchema, type Channel } from '../compliance-rule.ts';
import { isIdeograph } from '../units.ts';

/** One letter, or two as one number. */
export type Gram = number;

const WIDTH = 0x1_0000;
const BEGIN = '^'.charCodeAt(0);
const END = '$'.charCodeAt(0);
const NUMBER = '0'.charCodeAt(0);
/** Halves of a letter are none: pictures are passed over. */
const SEPARATORS = /[\s,.。!?;~、:…()"'“”‘’【】[\]{}<>^$\ud800-\udfff]/;
/** Letters stand for themselves, all digits for one, and what separates for nothing. */
const letters = Uint16Array.from({ length: WIDTH }, (_, unit) => {
  if (unit >= NUMBER && unit < NUMBER + 10) return NUMBER;
  return SEPARATORS.test(String.fromCharCode(unit)) ? 0 : unit;
});

function letterOf(unit: number): number {
  return isIdeograph(unit) ? unit : letters[unit]!;
}

const pair = (first: number, second: number): Gram => first * WIDTH + second;

/**
 * Tells each letter and each pair of a part of a text, with the places where it begins and ends; the ends of a run are letters, too,
 * and digits side by side are one.
 */
export function readGrams(
  text: string,
  from: number,
  to: number,
  see: (gram: Gram, start: number, end: number) => void,
) {
  let before = 0;
  let beforeAt = from;
  for (let at = from; at < to; at += 1) {
    const letter = letterOf(text.charCodeAt(at));
    if (letter === 0) {
      if (before !== 0) see(pair(before, END), beforeAt, at);
      before = 0;
      continue;
    }
    if (letter === NUMBER && before === NUMBER) continue;
    see(letter, at, at + 1);
    see(pair(before === 0 ? BEGIN : before, letter), before === 0 ? at : beforeAt, at + 1);
    before = letter;
    beforeAt = at;
  }
  if (before !== 0) see(pair(before, END), beforeAt, to);
}

/** Where a text goes speaks, too. */
export const gramOfChannel = (channel: Channel): Gram => -1 - channelSchema.options.indexOf(channel);

/** As a gram stands in the file of weights. */
export function gramName(gram: Gram): string {
  if (gram < 0) return `#${channelSchema.options[-1 - gram]}`;
  const second = String.fromCharCode(gram % WIDTH);
  return gram < WIDTH ? second : String.fromCharCode(Math.floor(gram / WIDTH)) + second;
}

/** @throws Error for what is no letter, no pair and no channel */
export function gramNamed(name: string): Gram {
  if (name.length === 1) return name.charCodeAt(0);
  if (name.length === 2) return pair(name.charCodeAt(0), name.charCodeAt(1));
  const channel = channelSchema.options.find((option) => name === `#${option}`);
  if (!channel) throw new Error(`expected a letter, two letters or "#" and a channel, found ${JSON.stringify(name)}`);
  return gramOfChannel(channel);
}
