/** What can stand against a file as a whole; each has its sentence in the messages of the interface, `file_…`. */
export type FileProblemKind =
  | 'empty'
  | 'oldExcel'
  | 'webPage'
  | 'xmlSheet'
  | 'pdf'
  | 'rar'
  | 'sevenZip'
  | 'utf16'
  | 'wrongBytes'
  | 'openQuote'
  | 'noRow'
  | 'protectedBook'
  | 'unreadableBook'
  | 'noTables'
  | 'damagedZip'
  | 'lockedZip'
  | 'hugeZip'
  | 'unknownColumns'
  | 'noRows'
  | 'noCostColumns'
  | 'tooManyCosts'
  | 'templateColumns'
  | 'noTemplates'
  | 'noJson'
  | 'shortPassphrase'
  | 'otherLock'
  | 'noBackup'
  | 'newerBackup'
  | 'otherPassphrase'
  | 'unlikeBackup'
  | 'noIdentity'
  | 'otherStore';

/** What stands against a file, and the values of its sentence. */
export interface FileProblem {
  kind: FileProblemKind;
  values: (string | number)[];
}

/** A file that cannot be taken in, in words for the person who chose it: what was expected, what was found, what to do. */
export class FileError extends Error {
  readonly problem: FileProblem;

  /**
   * @param message for tools; the interface says `problem` in its own words
   * @param values of the sentence
   */
  constructor(message: string, kind: FileProblemKind, ...values: (string | number)[]) {
    super(message);
    this.name = 'FileError';
    this.problem = { kind, values };
  }
}
