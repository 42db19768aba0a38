/** A value of a page that could not be read for certain. Readers throw it; the row becomes a reject with this name. */
export class ReadError extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`not read for certain: ${what}`);
    this.name = 'ReadError';
    this.what = what;
  }
}

/**
 * What `parse` makes of a text of the page.
 * @throws ReadError naming the value, where `parse` finds no amount or no time in it; the text itself is not told
 */
export function parsed<Value>(what: string, parse: () => Value): Value {
  try {
    return parse();
  } catch {
    throw new ReadError(what);
  }
}
