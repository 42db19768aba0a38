/** What makes a hit lawful: a phrase that it lies in, or words around it. */
import type { CompiledGuard, CompiledRule } from './compile-rule.ts';
import { scan, type Hit } from './scan.ts';

/** How far a neighbour phrase may reach beyond a hit, so that looking for it costs the same in any text. */
const REACH = 80;
const CLAUSE_END = /[,。!?;\n]/;

/** True when a protected phrase covers the whole hit, or a guard of the rule cancels it. Positions are those of the folded text. */
export function isCancelled(text: string, hit: Hit, { neighbours, guards }: CompiledRule): boolean {
  return (
    (neighbours !== null && liesInside(text, hit, neighbours)) || guards.some((guard) => cancels(text, hit, guard))
  );
}

function liesInside(text: string, hit: Hit, neighbours: RegExp): boolean {
  const from = Math.max(0, hit.start - REACH);
  const around = text.slice(from, hit.end + REACH);
  let isInside = false;
  // No phrase is taken: the next one may begin inside it.
  scan(neighbours, around, (phrase) => {
    isInside ||= from + phrase.start <= hit.start && from + phrase.end >= hit.end;
    return false;
  });
  return isInside;
}

function cancels(text: string, hit: Hit, guard: CompiledGuard): boolean {
  if (guard.where === 'before') return speaksBefore(clauseBefore(text, hit.start, guard.within), guard);
  return windowOf(text, hit, guard).search(guard.pattern) >= 0;
}

/** `butNot` is looked for between the words found and the hit. */
function speaksBefore(window: string, { pattern, butNot }: CompiledGuard): boolean {
  return [...window.matchAll(pattern)].some(
    (match) => butNot === null || window.slice(match.index + match[0].length).search(butNot) < 0,
  );
}

function windowOf(text: string, hit: Hit, guard: CompiledGuard): string {
  if (guard.where === 'inside') return text.slice(hit.start, hit.end);
  const after = text.slice(hit.end, hit.end + guard.within);
  const end = after.search(CLAUSE_END);
  return end < 0 ? after : after.slice(0, end);
}

function clauseBefore(text: string, start: number, within: number): string {
  const before = text.slice(Math.max(0, start - within), start);
  for (let index = before.length - 1; index >= 0; index -= 1) {
    if (CLAUSE_END.test(before[index]!)) return before.slice(index + 1);
  }
  return before;
}
