/** How far an order has come, as far as words to the buyer are concerned. */
import { z } from './zod.ts';

export const orderStageSchema = z.enum(['unpaid', 'paid', 'shipped', 'signed', 'afterSale', 'cancelled']);
export type OrderStage = z.infer<typeof orderStageSchema>;
