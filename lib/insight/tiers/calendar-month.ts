/** Calendar months over day numbers; a Shanghai day number needs no zone. */
import { DAY_MS } from '../../model/shanghai-time.ts';

/**
 * The same day of an earlier month, or that month's last day where it is shorter: 31 March -> 28 or 29 February.
 * @param day Shanghai day number
 */
export function monthsBefore(day: number, months = 1): number {
  const date = new Date(day * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0);
  return Math.min(first / DAY_MS + date.getUTCDate() - 1, last / DAY_MS);
}
