/** Tables as csv that a spreadsheet opens as it is meant: Chinese readable, nothing run. */

/** What a spreadsheet would take for a formula, also as Chinese and Japanese input writes it; and what looks like one made harmless. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫]/;

/** A text that no spreadsheet runs. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * With a byte order mark, so that Excel reads Chinese, and CRLF. A cell that a spreadsheet would run as a formula gets an apostrophe
 * before it, which `plainCell` takes away again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;
}

function written(cell: string): string {
  return quoted(harmless(cell));
}

/** As it stands in the file; for what is harmless. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as it was before `writeCsv` made it harmless. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
