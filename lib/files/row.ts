/** One row of a table file. */
export interface Row {
  /** Where it begins: the line of a text, the row of a sheet; the first is 1. */
  readonly line: number;
  /**
   * As written, trimmed. `="123"` is kept as `=123`: that mark says that a spreadsheet has not touched the digits. A number that a
   * sheet has not kept exactly is written with its exponent.
   */
  readonly cells: readonly string[];
}

/** More columns than any export has, and longer texts: whoever has them is no export. */
export const MAX_COLUMNS = 1000;
export const MAX_CELL_CHARS = 100_000;
