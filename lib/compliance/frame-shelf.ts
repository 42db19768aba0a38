/** Many frames, arranged so that the concepts which a text names call up the few that could be filled. */
import { endToEnd, type EndToEnd } from './end-to-end.ts';
import type { Frame } from './frames.ts';
import type { Mentions } from './mentions.ts';

/** Frames are numbered. */
export interface FrameShelf<Owner> {
  owners: readonly Owner[];
  /** By concept the frames that it calls up: those of which it fills the slot that the fewest concepts fill. */
  callers: EndToEnd;
  /** By frame its slots, the one that calls it up left out: of each how many concepts fill it, and which. */
  slots: EndToEnd;
}

/** @param concepts how many there are */
export function shelveFrames<Owner>(
  frames: readonly { frame: Frame; owner: Owner }[],
  concepts: number,
): FrameShelf<Owner> {
  const callers = Array.from({ length: concepts }, (): number[] => []);
  for (const [number, { frame }] of frames.entries())
    for (const concept of frame.checks[0]!) callers[concept]!.push(number);
  return {
    owners: frames.map(({ owner }) => owner),
    callers: endToEnd(callers),
    slots: endToEnd(frames.map(({ frame }) => frame.checks.slice(1).flatMap((slot) => [slot.length, ...slot]))),
  };
}

/** The owners of frames of which every slot is named. */
export function framesNamed<Owner>({ owners, callers, slots }: FrameShelf<Owner>, mentions: Mentions): Set<Owner> {
  const named = new Set<Owner>();
  for (let each = 0; each < mentions.namedCount; each += 1) {
    const concept = mentions.named[each]!;
    const last = callers.from[concept + 1]!;
    for (let at = callers.from[concept]!; at < last; at += 1) {
      const frame = callers.all[at]!;
      if (areNamed(slots.all, slots.from[frame]!, slots.from[frame + 1]!, mentions)) named.add(owners[frame]!);
    }
  }
  return named;
}

function areNamed(slots: Uint16Array, from: number, to: number, mentions: Mentions): boolean {
  for (let at = from; at < to;) {
    const end = at + 1 + slots[at]!;
    at += 1;
    while (at < end && !mentions.has(slots[at]!)) at += 1;
    if (at === end) return false;
    at = end;
  }
  return true;
}
