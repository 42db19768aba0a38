/** What holds offers back beside the limits of contacts: margin, fairness, the platforms' tools; and how trials begin. */
import { couponLimitSchema } from '../actions/coupon-limit-schema.ts';
import { fairnessSchema } from '../actions/fairness-schema.ts';
import { marginLimitsSchema } from '../actions/margin-limits.ts';
import { trialRulesSchema } from '../actions/trials/trial-rules.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import limits from './playbooks/coupon-limits.json' with { type: 'json' };
import fairnessData from './playbooks/fairness.json' with { type: 'json' };
import margin from './playbooks/margin-limits.json' with { type: 'json' };
import trials from './playbooks/trials.json' with { type: 'json' };

export const marginLimits = checked(marginLimitsSchema, margin);

export const fairness = checked(fairnessSchema, fairnessData);

export const couponLimits = checked(z.array(couponLimitSchema).readonly(), limits);

export const trialRules = checked(trialRulesSchema, trials);
