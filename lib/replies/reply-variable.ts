/** What a template may ask for. A variable of `staff` is a field that the person fills in before inserting. */
import { z } from '../model/zod.ts';
import { labelSchema } from '../model/label.ts';

export const replyVariableSchema = z.object({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a camelCase name such as itemTitle'),
  label: labelSchema,
  from: z.enum(['order', 'customer', 'offer', 'staff']),
  example: z.string().min(1).max(60),
});
export type ReplyVariable = z.infer<typeof replyVariableSchema>;
