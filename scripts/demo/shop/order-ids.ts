/** Order numbers as the platforms form them: JD 16 digits, Taobao 19 digits that end in a shuffle of the buyer's uid. */
import type { Platform } from '../../../lib/model/platform.ts';
import type { Random } from './random.ts';

const DIGITS = '0123456789';
const SINCE_MS = Date.UTC(2020, 0, 1);

/** A function that gives a new order number at each call, growing with the order's time. */
export function orderIdsOf(platform: Platform, random: Random): (placedAt: number, uid: string | null) => string {
  const taken = new Set<string>();
  return (placedAt, uid) => {
    for (;;) {
      const seconds = String(Math.floor((placedAt - SINCE_MS) / 1000)).padStart(9, '0');
      const id =
        platform === 'jd'
          ? `34${seconds}${random.text(DIGITS, 5)}`
          : `4${seconds}${random.text(DIGITS, 3)}${orderSuffixOf(uid ?? random.text(DIGITS, 6), random)}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}

/** Last six digits of the uid as pairs (a, b, c) -> (a, c, b): usually, not always. */
function orderSuffixOf(uid: string, random: Random): string {
  if (random.chance(0.1)) return random.text(DIGITS, 6);
  const [a, b, c] = [uid.slice(-6, -4), uid.slice(-4, -2), uid.slice(-2)];
  return `${a}${c}${b}`;
}
