/** What a customer's points come to at the shop (ACT-33). */
import type { Playbook } from './playbook.ts';

/**
 * Whole exchanges alone: what is left over buys nothing.
 * @returns fen; 0 for too few to exchange
 */
export function pointsWorthFen(points: number, exchange: NonNullable<Playbook['exchange']>): number {
  return Math.floor(points / exchange.points) * exchange.worthFen;
}
