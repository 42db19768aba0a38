/** Why work orders are opened and what is done about them. */
import { z } from '../model/zod.ts';
import { reasonGroupSchema, stepSchema } from '../service/reason-label-schema.ts';
import { checked } from './checked.ts';
import groupData from './service/reason-groups.json' with { type: 'json' };
import stepData from './service/steps.json' with { type: 'json' };

/** In the order in which they are offered. */
export const reasonGroups = checked(z.array(reasonGroupSchema).readonly(), groupData);

export const workOrderSteps = checked(z.array(stepSchema).readonly(), stepData);
