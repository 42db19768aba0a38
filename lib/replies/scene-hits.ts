/** Where cues stand in a clause, and which of them count: not those that are denied, asked about, or part of a longer one. */
import type { CompiledScenes, Cue, CueStrength } from './scene-cues.ts';

/** How far one cue alone is believed; several join as independent witnesses. */
export const belief: Readonly<Record<CueStrength, number>> = { sure: 0.9, likely: 0.5, maybe: 0.3 };

/** A cue that was found. */
export interface Hit {
  cue: Cue;
  start: number;
  end: number;
  words: string;
}

export const strengthOf = ({ cue }: Hit) => belief[cue.strength];

/** @param clause as `clausesOf` cuts them */
export function hitsIn(clause: string, compiled: CompiledScenes): Hit[] {
  const spokenOf = new Set([...compiled.classes].flatMap(([name, words]) => (words.test(clause) ? [name] : [])));
  const all = compiled.cues.flatMap((cue) => (mayHold(clause, cue, spokenOf) ? found(clause, cue) : []));
  const voids = new Map(
    [...new Set(all.map(({ cue }) => cue.scene))].map((scene) => [
      scene,
      voidSpans(clause, compiled.unless.get(scene)),
    ]),
  );
  const spoken = all.filter((hit) => !voids.get(hit.cue.scene)!.some((span) => meets(span, hit)));
  const meant = spoken.filter((hit) => !isDenied(clause, hit, compiled));
  const told = meant.map((hit) => (isAsked(clause, hit, compiled) ? asQuestion(hit, compiled) : hit));
  const counting = told.flatMap((hit) =>
    hit === null || told.some((other) => other !== null && isInside(hit, other)) ? [] : [hit],
  );
  return apart(counting);
}

/** Of a scene's cues that overlap the strongest, and of those the shortest: that is what a person would point at. */
function apart(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const length = ({ start, end }: Hit) => end - start;
  for (const hit of hits.toSorted((a, b) => strengthOf(b) - strengthOf(a) || length(a) - length(b))) {
    if (!kept.some((other) => other.cue.scene === hit.cue.scene && meets(other, hit))) kept.push(hit);
  }
  return kept;
}

/** The cheap question first: most cues are not there. */
function mayHold(clause: string, { literals, classes }: Cue, spokenOf: ReadonlySet<string>): boolean {
  return literals.every((words) => clause.includes(words)) && classes.every((name) => spokenOf.has(name));
}

function found(clause: string, cue: Cue): Hit[] {
  const hitAt = (start: number, words: string): Hit => ({ cue, start, end: start + words.length, words });
  if (cue.pattern) return Array.from(clause.matchAll(cue.pattern()), ({ index, 0: words }) => hitAt(index, words));
  const words = cue.literals[0]!;
  const hits: Hit[] = [];
  for (let start = clause.indexOf(words); start >= 0; start = clause.indexOf(words, start + words.length))
    hits.push(hitAt(start, words));
  return hits;
}

interface Span {
  start: number;
  end: number;
}

function voidSpans(clause: string, unless: RegExp | undefined): Span[] {
  if (!unless) return [];
  return Array.from(clause.matchAll(unless), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

function meets(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A longer cue of another scene, no weaker, says what the shorter one inside it is about: 退差价 is no 退. */
function isInside(hit: Hit, other: Hit): boolean {
  const isLonger = other.end - other.start > hit.end - hit.start;
  return hit.cue.scene !== other.cue.scene && isLonger && covers(other, hit) && strengthOf(other) >= strengthOf(hit);
}

const A_NOT_A = /([^])[不没]\1$/;

function isDenied(clause: string, { cue, start }: Hit, { notWanted, notSo }: CompiledScenes): boolean {
  const before = clause.slice(Math.max(0, start - 8), start);
  if (A_NOT_A.test(before)) return false;
  return notWanted.test(before) || (cue.scene.isFact && notSo.test(before));
}

/** Particles that end a question. */
const QUESTION_END = /^[^ ]{0,3}(?:吗|么|不|没|嘛|否)(?:啊|呀)?$/;

function isAsked(clause: string, { cue, start, end }: Hit, { supposed }: CompiledScenes): boolean {
  if (!cue.scene.isFact || cue.holdsAsked) return false;
  const isDoubled = clause.startsWith(`不${clause[end - 1]}`, end);
  return (
    isDoubled || QUESTION_END.test(clause.slice(end)) || supposed.test(clause.slice(Math.max(0, start - 8), start))
  );
}

/** A fact that is asked about is a question before buying. */
function asQuestion(hit: Hit, { rules }: CompiledScenes): Hit | null {
  const scene = rules.scenes.find(({ id }) => id === 'presale');
  return scene ? { ...hit, cue: { ...hit.cue, scene, strength: 'likely' } } : null;
}
