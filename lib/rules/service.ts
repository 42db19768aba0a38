/** Why work orders are opened, what is done about them, how disputes are decided and where they come from. */
import { z } from '../model/zod.ts';
import { attributionRulesSchema } from '../service/case-reason-schema.ts';
import { disputeRulesSchema } from '../service/dispute-schema.ts';
import { reasonGroupSchema, stepSchema } from '../service/reason-label-schema.ts';
import { checked } from './checked.ts';
import attributionData from './service/attribution.json' with { type: 'json' };
import disputeData from './service/disputes.json' with { type: 'json' };
import groupData from './service/reason-groups.json' with { type: 'json' };
import stepData from './service/steps.json' with { type: 'json' };

/** In the order in which they are offered. */
export const reasonGroups = checked(z.array(reasonGroupSchema).readonly(), groupData);

export const workOrderSteps = checked(z.array(stepSchema).readonly(), stepData);

/** How disputes are decided. */
export const disputeRules = checked(disputeRulesSchema, disputeData);

/** What the platforms' reasons come to, and what is usual. */
export const attributionRules = checked(attributionRulesSchema, attributionData);
