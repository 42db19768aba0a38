/** How far an after-sale case has come: the later state of two sightings counts, whichever was read last. */
import type { AfterSaleStatus } from './after-sale.ts';

export const caseProgress: Readonly<Record<AfterSaleStatus, number>> = {
  unknown: 0,
  open: 1,
  refused: 1,
  closed: 2,
  refunded: 2,
};
