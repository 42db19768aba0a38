/** A command of a person, as it was given: who gives it again, because no answer came, gives it under the same id. */

export interface Command {
  /** Made by whoever gives the command. What it writes is known by it, so that it is written once. */
  id: string;
  /** When it arrived, epoch ms. */
  at: number;
}

/** Of what nobody commanded, the time alone (epoch ms): it is not given twice. */
export type When = number | Command;

export function timeOf(when: When): number {
  return typeof when === 'number' ? when : when.at;
}

/** To be kept with work that ends later. Null for what nobody commanded. */
export function commandOf(when: When): Command | null {
  return typeof when === 'number' ? null : when;
}

/** A part of a command that is done by itself. */
export function partOf(when: When, index: number): When {
  return typeof when === 'number' ? when : { ...when, id: `${when.id}/${index}` };
}

const MAX_ID_CHARS = 60;

/** @throws Error of what is no id of a command */
export function commandIdIn(value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.length <= MAX_ID_CHARS) return value;
  throw new Error(`expected the id of a command, a text of 1 to ${MAX_ID_CHARS} characters`);
}
