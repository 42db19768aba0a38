/** The troubles of one mended cause: looked for among all of its shop, and looked for anew from time to time. */
import type { CausedTrouble } from '../model/caused-trouble.ts';

export interface MendedTroublesRecord {
  mendId: string;
  shopId: string;
  /** Epoch ms. */
  computedAt: number;
  troubles: CausedTrouble[];
}
