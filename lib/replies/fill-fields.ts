/** Which variables of a reply are known, which the person fills in first, and how a value is written. */
import type { KnownValue } from './fill-values.ts';
import { tailOf, withTails } from './number-tails.ts';
import type { ReplyVariable } from './reply-variable.ts';

/** One blank of the form in front of the reply. */
export interface ReplyField {
  name: string;
  /** What stands in it before anyone types; from the chat, to be looked at. */
  proposed: string;
  /** What was known once and is too old to be said: whole hours, and the value. */
  stale: { text: string; hours: number } | null;
}

export interface FilledReply {
  /** For `render`. */
  values: Record<string, string>;
  fields: ReplyField[];
  /** Of what was filled in that may have changed since: when it was seen, epoch ms, by variable name. */
  seen: Record<string, number>;
}

const HOUR_MS = 3_600_000;

/**
 * @param names the variables that the text asks for
 * @param typed what the person wrote, by variable name; comes before everything
 * @param now epoch ms
 */
export function fillFields(
  names: readonly string[],
  variables: readonly ReplyVariable[],
  known: Readonly<Record<string, KnownValue>>,
  typed: Readonly<Record<string, string>>,
  now: number,
): FilledReply {
  const values: Record<string, string> = {};
  const fields: ReplyField[] = [];
  const seen: Record<string, number> = {};
  for (const name of names) {
    const variable = variables.find((candidate) => candidate.name === name);
    const value = Object.hasOwn(known, name) ? known[name]! : null;
    const hours = value === null || value.seenAt === null ? 0 : (now - value.seenAt) / HOUR_MS;
    const isStale = hours > (variable?.maxAgeHours ?? Infinity);
    const isProposed = variable?.source === 'chat';
    const own = typed[name] ?? (isProposed ? value?.text : undefined) ?? '';
    const isKnown = value !== null && !isStale && !isProposed;
    const fallback = variable?.fallback ?? null;
    if (!isKnown && fallback === null)
      fields.push({
        name,
        proposed: (isProposed && value?.text) || '',
        stale: value && isStale ? { text: value.text, hours: Math.floor(hours) } : null,
      });
    const text = own.trim() !== '' ? own : isKnown ? value.text : (fallback ?? '');
    if (text.trim() !== '') values[name] = written(text, variable?.type ?? 'text');
    if (isKnown && own.trim() === '' && value.seenAt !== null) seen[name] = value.seenAt;
  }
  return { values, fields, seen };
}

/** A value as it goes into the text. */
function written(text: string, type: ReplyVariable['type']): string {
  const plain = text.trim();
  if (type === 'tail') return tailOf(plain);
  if (type === 'code') return plain;
  // The sentence goes on with 前.
  if (type === 'deadline') return withTails(plain.replace(/(?:之前|以前|前)$/, ''));
  return withTails(plain);
}
