/** A pack: rules, and the vocabulary that they are written in. */
import { z } from '../model/zod.ts';
import { complianceRuleSchema, type ComplianceRule, type RuleGuard } from './compliance-rule.ts';
import { conceptsSchema } from './concept.ts';
import { customIssue, type RuleFault } from './rule-fault.ts';
import { sourceProblem } from './rule-source.ts';
import { senseWeightsSchema } from './sense/sense-schema.ts';

export const compliancePackSchema = z
  .strictObject({
    /** Of this form of file, and of what is in it: a day and a running number. */
    format: z.literal('liuke-compliance-1'),
    version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/, 'expected a version such as 2026-11-29.1'),
    /** For `<name>` in the sources of every rule. */
    words: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
    patterns: z.record(z.string(), z.string().min(1)).default({}),
    concepts: conceptsSchema.default({}),
    /** By syllable all characters that are read so. */
    sounds: z.record(z.string().regex(/^[a-z]{1,6}$/), z.string().min(1)).default({}),
    /** What rules with a sense trigger listen with; null for a pack without. */
    sense: senseWeightsSchema.nullable().default(null),
    rules: z.array(complianceRuleSchema),
  })
  .superRefine((pack, context) => {
    for (const source of Object.values(pack.concepts).flatMap(({ patterns }) => patterns)) {
      const fault = sourceProblem(source, pack);
      if (fault !== null) context.addIssue({ code: 'custom', ...customIssue(fault), path: ['concepts'] });
    }
    pack.rules.forEach((rule, index) => {
      for (const fault of faultsOf(rule, pack))
        context.addIssue({ code: 'custom', ...customIssue(fault, rule.id), path: ['rules', index] });
    });
  });
export type CompliancePack = z.infer<typeof compliancePackSchema>;

/** What a rule may name in its sources: its own words and patterns before those of the pack. */
export function vocabularyOf(rule: ComplianceRule, pack: CompliancePack) {
  return { words: { ...pack.words, ...rule.words }, patterns: { ...pack.patterns, ...rule.patterns } };
}

function faultsOf(rule: ComplianceRule, pack: CompliancePack): RuleFault[] {
  const vocabulary = vocabularyOf(rule, pack);
  const wrongSources = sourcesOf(rule).flatMap((source) => sourceProblem(source, vocabulary) ?? []);
  const unknown = conceptsOf(rule).filter((name) => !Object.hasOwn(pack.concepts, name));
  return [
    ...wrongSources,
    ...unknown.map((name) => ({
      kind: 'concept' as const,
      values: [name],
      message: `expected a concept of the pack, found ${JSON.stringify(name)}`,
    })),
  ];
}

/** All sources that a rule is written in. */
export function sourcesOf(rule: ComplianceRule): string[] {
  return [...sourcesOverTexts(rule), ...sourcesAtHits(rule)];
}

/** Those that a text is looked through for, once. */
export function sourcesOverTexts({ triggers, unless }: ComplianceRule): string[] {
  return [
    ...triggers.flatMap((trigger) => ('match' in trigger ? [trigger.match] : [])),
    ...unless.filter(({ where }) => where === 'text').flatMap(sourcesOfGuard),
  ];
}

/** Those that are looked for anew around each hit. */
export function sourcesAtHits({ neighbours, unless }: ComplianceRule): string[] {
  return [
    ...neighbours.map((neighbour) => neighbour.match),
    ...unless.filter(({ where }) => where !== 'text').flatMap(sourcesOfGuard),
  ];
}

function sourcesOfGuard({ match, butNot }: RuleGuard): string[] {
  return butNot === undefined ? [match] : [match, butNot];
}

/** The names of all concepts in the frames of a rule. */
export function conceptsOf({ triggers }: ComplianceRule): string[] {
  return triggers.flatMap((trigger) =>
    'frame' in trigger ? [...trigger.frame.flatMap((slot) => slot.split('|')), ...trigger.without] : [],
  );
}
