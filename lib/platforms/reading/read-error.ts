/** A value of a page that could not be read for certain. Readers throw it; the row becomes a reject with this name. */
export class ReadError extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`not read for certain: ${what}`);
    this.name = 'ReadError';
    this.what = what;
  }
}
