/** The shipped rule data, each file parsed once at load. The only barrel of the project. */
import { z } from '../model/zod.ts';
import { complianceRuleSchema, type ComplianceRule } from '../compliance/compliance-rule.ts';
import { replyTemplateSchema, type ReplyTemplate } from '../replies/reply-template.ts';
import { replyVariableSchema, type ReplyVariable } from '../replies/reply-variable.ts';
import { replySceneSchema, type ReplyScene } from '../replies/scene.ts';
import vocabulary from './compliance/vocabulary.json' with { type: 'json' };
import adv01 from './compliance/adv-01.json' with { type: 'json' };
import adv02 from './compliance/adv-02.json' with { type: 'json' };
import adv03 from './compliance/adv-03.json' with { type: 'json' };
import adv04 from './compliance/adv-04.json' with { type: 'json' };
import adv05 from './compliance/adv-05.json' with { type: 'json' };
import div01 from './compliance/div-01.json' with { type: 'json' };
import div02 from './compliance/div-02.json' with { type: 'json' };
import div03 from './compliance/div-03.json' with { type: 'json' };
import div04 from './compliance/div-04.json' with { type: 'json' };
import div05 from './compliance/div-05.json' with { type: 'json' };
import div06 from './compliance/div-06.json' with { type: 'json' };
import div07 from './compliance/div-07.json' with { type: 'json' };
import div08 from './compliance/div-08.json' with { type: 'json' };
import rev01 from './compliance/rev-01.json' with { type: 'json' };
import rev02 from './compliance/rev-02.json' with { type: 'json' };
import rev03 from './compliance/rev-03.json' with { type: 'json' };
import rev04 from './compliance/rev-04.json' with { type: 'json' };
import rev05 from './compliance/rev-05.json' with { type: 'json' };
import rev06 from './compliance/rev-06.json' with { type: 'json' };
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

/** Every rule may use the words and patterns that several rules share. */
const withVocabulary = <R extends object>(rule: R) => ({
  ...rule,
  words: { ...vocabulary.words, ...('words' in rule ? (rule.words as object) : {}) },
  patterns: { ...vocabulary.patterns, ...('patterns' in rule ? (rule.patterns as object) : {}) },
});

export const complianceRules: readonly ComplianceRule[] = z
  .array(complianceRuleSchema)
  .parse(
    [
      adv01,
      adv02,
      adv03,
      adv04,
      adv05,
      div01,
      div02,
      div03,
      div04,
      div05,
      div06,
      div07,
      div08,
      rev01,
      rev02,
      rev03,
      rev04,
      rev05,
      rev06,
    ].map(withVocabulary),
  );

export const replyTemplates: readonly ReplyTemplate[] = z
  .array(replyTemplateSchema)
  .parse([
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

export const replyScenes: readonly ReplyScene[] = z.array(replySceneSchema).parse(scenes);

export const replyVariables: readonly ReplyVariable[] = z.array(replyVariableSchema).parse(variables);
