/** The shipped playbooks, what is refused and why, the limits of contacts and of a day's list. */
import { benefitSchema } from '../actions/benefit-schema.ts';
import { contactLimitsSchema } from '../actions/contact-limits.ts';
import { dayListSchema } from '../actions/day-list-schema.ts';
import { ladderStepSchema } from '../actions/ladder-schema.ts';
import { playbookSchema } from '../actions/playbook.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import benefitData from './playbooks/benefits.json' with { type: 'json' };
import ladder from './playbooks/ladder.json' with { type: 'json' };
import limits from './playbooks/contact-limits.json' with { type: 'json' };
import dayList from './playbooks/day-list.json' with { type: 'json' };
import data from './playbooks/playbooks.json' with { type: 'json' };

/** In order of precedence. */
export const playbooks = checked(z.array(playbookSchema).readonly(), data);

export const contactLimits = checked(contactLimitsSchema, limits);

export const dayListRules = checked(dayListSchema, dayList);

/** Rights that are no cut in price, in the order in which they are given. */
export const benefits = checked(z.array(benefitSchema).readonly(), benefitData);

/** From the first step on. */
export const ladderSteps = checked(z.array(ladderStepSchema).readonly(), ladder);
