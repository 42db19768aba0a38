/** Tables as csv that a spreadsheet opens as it is meant: Chinese readable, nothing run. */

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * With a byte order mark, so that Excel reads Chinese, and CRLF. A cell that a spreadsheet would run as a formula gets an apostrophe
 * before it, which `plainCell` takes away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;
}

function written(cell: string): string {
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A cell as it was before `writeCsv` made it harmless. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
