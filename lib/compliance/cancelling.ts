/** What makes a hit lawful: a phrase that it lies in, or words around it. */
import type { CompiledGuard, CompiledNeighbours, CompiledRule } from './compile-rule.ts';
import { isSentenceEnd } from './units.ts';
import { after, type Hit } from './scan.ts';

/** How far around a hit one looks at most, so that it costs the same in any text. No guard looks farther. */
const REACH = 80;
const COMMA = ','.charCodeAt(0);

/** True when a protected phrase covers the whole hit, or a guard of the rule cancels it. Positions are those of the folded text. */
export function isCancelled(text: string, hit: Hit, { neighbours, guards }: CompiledRule): boolean {
  if (neighbours !== null && liesInside(text, hit, neighbours)) return true;
  if (guards.length === 0) return false;
  const clause = { start: clauseStart(text, hit.start), end: clauseEnd(text, hit.end) };
  return guards.some((guard) => cancels(text, hit, clause, guard));
}

function liesInside(text: string, hit: Hit, { pattern, size }: CompiledNeighbours): boolean {
  const { most, around } = size();
  if (hit.end - hit.start > most) return false;
  // A phrase that begins before, or ends behind, does not hold the hit.
  const from = Math.max(0, hit.start - REACH, hit.end - most - around);
  const to = Math.min(hit.end + REACH, hit.start + most + around);
  const window = text.slice(from, to);
  pattern.lastIndex = 0;
  for (let phrase = pattern.exec(window); phrase !== null; phrase = pattern.exec(window)) {
    const start = from + phrase.index;
    if (start > hit.start) return false;
    if (start + phrase[0].length >= hit.end) return true;
    // No phrase is taken: the next one may begin inside it.
    pattern.lastIndex = after(window, phrase.index);
  }
  return false;
}

/** @param clause in which the hit lies, as far as it is within reach */
function cancels(text: string, hit: Hit, clause: Hit, guard: CompiledGuard): boolean {
  const { where, pattern, within } = guard;
  if (where === 'inside') return text.slice(hit.start, hit.end).search(pattern) >= 0;
  if (where === 'after') return text.slice(hit.end, Math.min(hit.end + within, clause.end)).search(pattern) >= 0;
  return speaksBefore(text.slice(Math.max(hit.start - within, clause.start), hit.start), guard);
}

/** `butNot` is looked for between the words found and the hit. */
function speaksBefore(window: string, { pattern, butNot }: CompiledGuard): boolean {
  if (window.search(pattern) < 0) return false;
  if (butNot === null) return true;
  return [...window.matchAll(pattern)].some((match) => window.slice(match.index + match[0].length).search(butNot) < 0);
}

function clauseStart(text: string, from: number): number {
  const first = Math.max(0, from - REACH);
  let start = from;
  while (start > first && !endsClause(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function clauseEnd(text: string, from: number): number {
  const last = Math.min(text.length, from + REACH);
  let end = from;
  while (end < last && !endsClause(text.charCodeAt(end))) end += 1;
  return end;
}

function endsClause(unit: number): boolean {
  return unit === COMMA || isSentenceEnd(unit);
}
