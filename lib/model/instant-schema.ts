/** A moment at the border, epoch ms: between the first shop on either platform and the end of the century. */
import { z } from './zod.ts';

export const instantSchema = z
  .number()
  .int()
  .min(Date.UTC(2003, 0, 1))
  .max(Date.UTC(2100, 0, 1));
