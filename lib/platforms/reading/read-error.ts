/** A value of a page that could not be read for certain. Readers throw it; the row becomes a reject with this name. */
export class ReadError extends Error {
  readonly what: string;
  /** The order, case or review that the value is of, where its id was certain. */
  recordId: string | null = null;
  constructor(what: string) {
    super(`not read for certain: ${what}`);
    this.name = 'ReadError';
    this.what = what;
  }
}

/** What `read` makes of a record whose id is certain: a ReadError on the way tells the id. */
export function ofRecord<Value>(id: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReadError) error.recordId ??= id;
    throw error;
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
