/** Where the platforms' coupon limits are from, and how far a shop may move them: for whoever changes them, apart from what every card needs. */
import { couponLimitFactsSchema } from '../actions/coupon-limit-schema.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import limits from './playbooks/coupon-limits.json' with { type: 'json' };

export const couponLimitFacts = checked(z.array(couponLimitFactsSchema).readonly(), limits);
