/** Whether an answer to a complaint has its four parts: apology, solution, deadline, owner (TPL-12, CMP-24). */
import { dueTimesIn } from './due-time.ts';
import type { StructurePart } from './promise-schema.ts';

export type StructureName = StructurePart['part'] | 'deadline';

export interface Structure {
  has: Readonly<Record<StructureName, boolean>>;
  /** The apology stands before the solution; true while one of them is not there. */
  isInOrder: boolean;
}

/** @param now epoch ms; which time it is does not matter, that there is one does */
export function structureOf(text: string, parts: readonly StructurePart[], now: number): Structure {
  const placeOf = (name: StructureName) => {
    const places = parts
      .filter(({ part }) => part === name)
      .flatMap(({ words }) => words.map((word) => text.indexOf(word)))
      .filter((place) => place >= 0);
    return places.length > 0 ? Math.min(...places) : null;
  };
  const [apology, solution, owner] = [placeOf('apology'), placeOf('solution'), placeOf('owner')];
  return {
    has: {
      apology: apology !== null,
      solution: solution !== null,
      deadline: dueTimesIn(text, now).length > 0,
      owner: owner !== null,
    },
    isInOrder: apology === null || solution === null || apology < solution,
  };
}
