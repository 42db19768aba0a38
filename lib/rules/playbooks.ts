/** The shipped playbooks and contact limits, checked once at load. */
import { contactLimitsSchema } from '../actions/guards.ts';
import { playbookSchema } from '../actions/playbook.ts';
import { z } from '../model/zod.ts';
import limits from './playbooks/contact-limits.json' with { type: 'json' };
import data from './playbooks/playbooks.json' with { type: 'json' };

/** In order of precedence. */
export const playbooks = z.array(playbookSchema).readonly().parse(data);

export const contactLimits = contactLimitsSchema.parse(limits);
