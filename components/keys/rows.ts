/** Rows that are walked through by keys: each has one button that opens it, marked `data-row`. */

/** In sight: a list that a card lies over keeps its rows. */
const all = () =>
  Array.from(document.querySelectorAll<HTMLElement>('main [data-row]')).filter((row) => row.checkVisibility());
const holder = (row: HTMLElement) => row.closest('li') ?? row;

/** Goes to the row before or after the one that has the focus, else to the first. @returns false where there is none */
export function focusRow(step: 1 | -1): boolean {
  const rows = all();
  const at = rows.findIndex((row) => holder(row).contains(document.activeElement));
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  return next !== undefined;
}

/** Opens the row at a place, 0 for the first. @returns false where there is none */
export function openRow(place: number): boolean {
  const row = all()[place];
  row?.focus();
  row?.click();
  return row !== undefined;
}

/** The customer of the row that has the focus. */
export function focusedRow(): string | null {
  return all().find((row) => holder(row).contains(document.activeElement))?.dataset['row'] ?? null;
}

/** Before a row goes away: the focus moves on to its neighbour, if it was in it. */
export function leaveRow(customerId: string): void {
  const rows = all();
  const at = rows.findIndex((row) => row.dataset['row'] === customerId);
  if (at >= 0 && holder(rows[at]!).contains(document.activeElement)) (rows[at + 1] ?? rows[at - 1])?.focus();
}
