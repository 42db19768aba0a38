/** The shipped playbooks, what is refused and why, the limits of contacts and of a day's list. */
import { benefitSchema } from '../actions/benefit-schema.ts';
import { contactBoundSchema } from '../actions/contact-bound-schema.ts';
import { contactLimitsSchema } from '../actions/contact-limits.ts';
import { dayListSchema } from '../actions/day-list-schema.ts';
import { ladderStepSchema } from '../actions/ladder-schema.ts';
import { numberRangesSchema } from '../actions/number-ranges.ts';
import { playbookSchema } from '../actions/playbook.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import benefitData from './playbooks/benefits.json' with { type: 'json' };
import bounds from './playbooks/contact-bounds.json' with { type: 'json' };
import ladder from './playbooks/ladder.json' with { type: 'json' };
import limits from './playbooks/contact-limits.json' with { type: 'json' };
import dayList from './playbooks/day-list.json' with { type: 'json' };
import ranges from './playbooks/number-ranges.json' with { type: 'json' };
import data from './playbooks/playbooks.json' with { type: 'json' };

/** In order of precedence. Advice and notes name their numbers, which a shop may have of its own: `told` fills them in. */
export const playbooks = checked(z.array(playbookSchema).readonly(), data);

/** How far a shop may move their numbers. */
export const numberRanges = checked(numberRangesSchema, ranges);

export const contactLimits = checked(contactLimitsSchema, limits);

/** How far a shop may move them. */
export const contactBounds = checked(z.array(contactBoundSchema).readonly(), bounds);

export const dayListRules = checked(dayListSchema, dayList);

/** Rights that are no cut in price, in the order in which they are given. */
export const benefits = checked(z.array(benefitSchema).readonly(), benefitData);

/** From the first step on. */
export const ladderSteps = checked(z.array(ladderStepSchema).readonly(), ladder);
