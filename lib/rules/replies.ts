/** The shipped reply templates, scenes and variables. */
import { z } from '../model/zod.ts';
import { replyTemplateSchema, type ReplyTemplate } from '../replies/reply-template.ts';
import { replyVariableSchema, type ReplyVariable } from '../replies/reply-variable.ts';
import { replySceneSchema, type ReplyScene } from '../replies/scene-schema.ts';
import { checked } from './checked.ts';
import scenes from './replies/scenes.json' with { type: 'json' };
import afterSign from './replies/templates/after-sign.json' with { type: 'json' };
import complaint from './replies/templates/complaint.json' with { type: 'json' };
import damaged from './replies/templates/damaged.json' with { type: 'json' };
import late from './replies/templates/late.json' with { type: 'json' };
import order from './replies/templates/order.json' with { type: 'json' };
import quality from './replies/templates/quality.json' with { type: 'json' };
import refund from './replies/templates/refund.json' with { type: 'json' };
import shipping from './replies/templates/shipping.json' with { type: 'json' };
import size from './replies/templates/size.json' with { type: 'json' };
import thanks from './replies/templates/thanks.json' with { type: 'json' };
import wakeUp from './replies/templates/wake-up.json' with { type: 'json' };
import variables from './replies/variables.json' with { type: 'json' };

export const replyTemplates: readonly ReplyTemplate[] = checked(z.array(replyTemplateSchema), [
  ...order,
  ...shipping,
  ...size,
  ...damaged,
  ...quality,
  ...late,
  ...refund,
  ...wakeUp,
  ...afterSign,
  ...thanks,
  ...complaint,
]);

export const replyScenes: readonly ReplyScene[] = checked(z.array(replySceneSchema), scenes);

export const replyVariables: readonly ReplyVariable[] = checked(z.array(replyVariableSchema), variables);
