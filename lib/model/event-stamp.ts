/** Which seat wrote an event, and when, so that logs of several seats can be put into one order later. */
import { z } from './zod.ts';

export const eventStamp = {
  id: z.string().min(1),
  device: z.string().min(1),
  at: z.number().int().positive(),
  /** Hybrid logical time: sorts as text; never goes back when the wall clock does. */
  logicalTime: z.string().min(1),
};
