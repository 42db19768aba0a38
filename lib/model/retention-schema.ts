/** A choice of terms as the dashboard sends it. */
import { retentionChoices, type RetentionKind } from './retention.ts';
import { z } from './zod.ts';

const termOf = (kind: RetentionKind) =>
  z
    .number()
    .refine(
      (days) => retentionChoices[kind].includes(days),
      `expected one of ${retentionChoices[kind].join(', ')} days`,
    );

export const retentionSchema = z.object({
  orders: termOf('orders'),
  afterSales: termOf('afterSales'),
  reviews: termOf('reviews'),
  members: termOf('members'),
  contacts: termOf('contacts'),
  clues: termOf('clues'),
  captures: termOf('captures'),
  undoSteps: termOf('undoSteps'),
});
