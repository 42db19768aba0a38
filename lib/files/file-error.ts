/** A file that cannot be taken in, in words for the person who chose it: what was expected, what was found, what to do. */
export class FileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FileError';
  }
}
