/** An amount at the border. */
import { MAX_FEN } from './money.ts';
import { z } from './zod.ts';

export const fenSchema = z.number().int().nonnegative().max(MAX_FEN);
