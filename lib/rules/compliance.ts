/** The shipped compliance rules. */
import { complianceRuleSchema, type ComplianceRule } from '../compliance/compliance-rule.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
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

/** Every rule may use the words and patterns that several rules share. */
const withVocabulary = <R extends object>(rule: R) => ({
  ...rule,
  words: { ...vocabulary.words, ...('words' in rule ? (rule.words as object) : {}) },
  patterns: { ...vocabulary.patterns, ...('patterns' in rule ? (rule.patterns as object) : {}) },
});

export const complianceRules: readonly ComplianceRule[] = checked(
  z.array(complianceRuleSchema),
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
