/** One of the numbers by which a console's home page says what waits: 待审核售后 3. */
import { z } from './zod.ts';

export const toDoCounterSchema = z.object({
  /** Our name of it, the same wherever the platform shows it. */
  counterId: z.string().min(1).max(40),
  /** The platform's own words. */
  label: z.string().min(1).max(40),
  count: z.number().int().nonnegative().max(1_000_000),
});
export type ToDoCounter = z.infer<typeof toDoCounterSchema>;
