/** What to tell before something is bought, so that it troubles less. A file of its own: one screen alone shows it. */
import { preventionSchema } from '../service/case-reason-schema.ts';
import { checked } from './checked.ts';
import data from './service/prevention.json' with { type: 'json' };

export const prevention = checked(preventionSchema, data);
