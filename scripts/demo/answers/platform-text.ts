/** Times and amounts as both platforms write them. */
import { toShanghaiIso } from '../../../lib/model/shanghai-time.ts';

/** Epoch ms -> "2026-08-06 01:22:42" on the Shanghai clock. */
export function platformTime(atMs: number): string {
  return toShanghaiIso(atMs).slice(0, 19).replace('T', ' ');
}

/** 123450 -> "1234.50". */
export function plainAmount(fen: number): string {
  return (fen / 100).toFixed(2);
}
