/**
 * Frames: what is meant when several concepts stand close together, such as a review and a benefit, in whatever words and in
 * whatever order.
 */
import type { Mentions } from './mentions.ts';
import { isSentenceEnd } from './units.ts';
import type { Hit } from './scan.ts';

export interface Frame {
  /** Per slot the numbers of the concepts that fill it. */
  slots: readonly (readonly number[])[];
  /** The same, those of the fewest concepts first. */
  checks: readonly (readonly number[])[];
  /** At most so many characters between one slot and the next. */
  gap: number;
  reach: 'clause' | 'sentence' | 'message';
  inOrder: boolean;
  /** Any of these in the same sentence says that something else is meant. */
  without: readonly number[];
}

/** Where clauses and sentences end, in order. */
export interface Bounds {
  clause: readonly number[];
  sentence: readonly number[];
}

const COMMA = ','.charCodeAt(0);

export function boundsOf(text: string): Bounds {
  const clause: number[] = [];
  const sentence: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isSentenceEnd(unit)) sentence.push(at);
    else if (unit !== COMMA) continue;
    clause.push(at);
  }
  return { clause, sentence };
}

/** Every place where a frame is filled, from its first slot on; `take` as of `scan`. */
export function fillFrame(frame: Frame, mentions: Mentions, bounds: Bounds, take: (hit: Hit) => boolean): void {
  const [first, ...others] = frame.slots;
  if (!frame.checks.every((slot) => slot.some((concept) => mentions.of(concept).length > 0))) return;
  for (const concept of first!) {
    for (const mention of mentions.of(concept)) {
      const hit = fill(mention, others, frame, mentions, bounds);
      if (hit !== null && !isExcluded(hit, frame, mentions, bounds)) take(hit);
    }
  }
}

function fill(mention: Hit, slots: Frame['slots'], frame: Frame, mentions: Mentions, bounds: Bounds): Hit | null {
  let span: Hit = mention;
  for (const slot of slots) {
    const next = nearest(span, slot, frame, mentions, bounds);
    if (next === null) return null;
    span = { start: Math.min(span.start, next.start), end: Math.max(span.end, next.end) };
  }
  return span;
}

function nearest(span: Hit, slot: readonly number[], frame: Frame, mentions: Mentions, bounds: Bounds): Hit | null {
  let best: Hit | null = null;
  let bestDistance = frame.gap + 1;
  for (const concept of slot) {
    const places = mentions.of(concept);
    if (places.length === 0) continue;
    const from = span.start - frame.gap - LONGEST;
    for (let index = firstWhere(places, ({ start }) => start >= from); index < places.length; index += 1) {
      const place = places[index]!;
      if (place.start > span.end + frame.gap) break;
      const distance = place.start >= span.end ? place.start - span.end : span.start - place.end;
      if (distance < 0 || distance >= bestDistance || (frame.inOrder && place.start < span.end)) continue;
      if (!isTogether(span, place, frame.reach, bounds)) continue;
      [best, bestDistance] = [place, distance];
    }
  }
  return best;
}

/** No mention is longer. */
const LONGEST = 40;

/** The index of the first place of which something is true that is then true of all behind it. */
function firstWhere<Place>(places: readonly Place[], isTrue: (place: Place) => boolean): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(places[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isTogether(one: Hit, other: Hit, reach: Frame['reach'], { clause, sentence }: Bounds): boolean {
  if (reach === 'message') return true;
  const ends = reach === 'clause' ? clause : sentence;
  const [from, to] = [Math.min(one.start, other.start), Math.max(one.start, other.start)];
  const end = ends[firstWhere(ends, (each) => each >= from)];
  return end === undefined || end >= to;
}

function isExcluded(hit: Hit, { without }: Frame, mentions: Mentions, { sentence }: Bounds): boolean {
  if (without.length === 0) return false;
  const number = firstWhere(sentence, (end) => end >= hit.start);
  const from = (sentence[number - 1] ?? -1) + 1;
  const to = sentence[number] ?? Infinity;
  return without.some((concept) => {
    const places = mentions.of(concept);
    const place = places[firstWhere(places, ({ start }) => start >= from)];
    return place !== undefined && place.start <= to;
  });
}
