/** Values behind labels in the lines of a page: in the line of the label, or in the one below. */
import { ReadError } from '../reading/read-error.ts';
import type { LabelledValue } from './detail-labels.ts';

/**
 * The one value behind a label; null where the page does not show the label. Not behind other words (原订单编号).
 * @returns the value, or an empty text where a label with a colon has none
 * @throws ReadError when there are several values, or a second of the kind below the value that is taken
 */
export function labelledIn(
  lines: readonly string[],
  { label, shape, knows }: LabelledValue,
  what: string,
): string | null {
  const withLabel = new RegExp(`(?<![\\u4e00-\\u9fff])(?:${label})(?:\\s*([:：])\\s*(.*)|\\s+(.*)|(\\d.*))?$`);
  const start = new RegExp(`^(?:${shape.source})`);
  const values = new Set<string>();
  let hasEmpty = false;
  for (const [index, line] of lines.entries()) {
    const match = withLabel.exec(line);
    if (!match) continue;
    const rest = match[2] ?? match[3] ?? match[4] ?? '';
    const [next, second] = [lines[index + 1] ?? '', lines[index + 2] ?? ''];
    const value = start.exec(rest === '' ? next : rest)?.[0];
    const isKind = (text: string) => start.test(text) && (knows === undefined || knows(text));
    // Words of any kind behind a label without a colon are taken where they are known.
    const isVague = knows !== undefined && match[1] === undefined && !knows(value ?? '');
    const isLost = value === undefined || (rest === '' && !isKind(next)) || isVague;
    if (!isLost && rest === '' && isKind(second)) throw new ReadError(`${what} (several differ)`);
    if (!isLost) values.add(value);
    else if (match[1] !== undefined) hasEmpty = true;
  }
  if (values.size > 1) throw new ReadError(`${what} (several differ)`);
  return [...values][0] ?? (hasEmpty ? '' : null);
}
