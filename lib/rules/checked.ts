/** Checking shipped data. The build does it once and for all (`scripts/build/checked-rules.ts`); elsewhere it happens at load. */
import type { z } from '../model/zod.ts';

/**
 * Data that passed its schema.
 * @throws Error with a line for each problem: its place, by number and id (`3 (repeat-buyer).all.0.metric`), and what was expected
 */
export function checked<Schema extends z.ZodType>(schema: Schema, data: unknown): z.infer<Schema> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `at ${placeOf(issue.path, data)}: ${told(issue)}`).join('\n'));
}

/** What is wrong; of data that has one of several forms, what is wrong with it as each of them. */
function told(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue.message;
  const forms = issue.errors.map((form) =>
    form.map((each) => `${each.path.join('.')} ${told(each)}`.trim()).join(', '),
  );
  return forms.join('; or ');
}

function placeOf(path: readonly PropertyKey[], data: unknown): string {
  let value = data;
  const steps = path.map((step) => {
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[step];
    const id = (value as { id?: unknown } | null | undefined)?.id;
    return typeof id === 'string' ? `${String(step)} (${id})` : String(step);
  });
  return steps.join('.') || 'the whole';
}
