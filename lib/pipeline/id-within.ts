import type { When } from '../model/command.ts';

/** The id of what a command writes first, second and so on: the same whenever it is given. What nobody commanded gets one of its own. */
export function idWithin(when: When, index: number): string {
  if (typeof when === 'number') return crypto.randomUUID();
  return index === 0 ? when.id : `${when.id}.${index}`;
}
