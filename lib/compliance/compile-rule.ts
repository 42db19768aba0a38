import type { OrderStage } from '../model/order-stage.ts';
import type { Platform } from '../model/platform.ts';
import { vocabularyOf, type CompliancePack } from './compliance-pack.ts';
import type { Channel, ComplianceRule, FrameTrigger, RuleGuard, RuleTrigger, Severity } from './compliance-rule.ts';
import type { Frame } from './frames.ts';
import { isIdNumber } from './id-number.ts';
import type { Lexicon } from './lexicon.ts';
import { madeOnce } from './made-once.ts';
import { needsOf, type PatternNeeds } from './needs.ts';
import { expandSource } from './rule-source.ts';

/** A rule ready to match on one platform. */
export interface CompiledRule {
  rule: ComplianceRule;
  patterns: readonly CompiledPattern[];
  frames: readonly CompiledFrame[];
  /** What is heard; null for a rule that only reads. */
  sense: CompiledTrigger | null;
  neighbours: CompiledNeighbours | null;
  guards: readonly CompiledGuard[];
  /** Words that silence the rule wherever in the message they stand. */
  silencers: readonly RegExp[];
}

export interface CompiledTrigger {
  severity: Severity;
  onlyIn: readonly Channel[] | null;
  atStages: readonly OrderStage[] | null;
}

export interface CompiledPattern extends CompiledTrigger {
  /** Of a regular expression with the flag `u`. */
  source: string;
  check: ((found: string) => boolean) | null;
}

export interface CompiledFrame extends CompiledTrigger {
  frame: Frame;
}

/** Phrases that cancel what lies wholly inside one of them. */
export interface CompiledNeighbours {
  pattern: RegExp;
  /** No phrase is longer, and none looks farther around itself, in UTF-16 units. Read off the pattern when it is first asked for. */
  size: () => Pick<PatternNeeds, 'most' | 'around'>;
}

export interface CompiledGuard {
  where: Exclude<RuleGuard['where'], 'text'>;
  pattern: RegExp;
  within: number;
  butNot: RegExp | null;
}

const numberChecks = { none: null, idNumber: isIdNumber } as const;

/** The parts that do not apply to the platform are left out. */
export function compileRule(
  rule: ComplianceRule,
  pack: CompliancePack,
  lexicon: Lexicon,
  platform: Platform,
): CompiledRule {
  const applies = (part: { platforms?: Platform[] | undefined }) =>
    (part.platforms ?? rule.platforms).includes(platform);
  const vocabulary = vocabularyOf(rule, pack);
  const expanded = (source: string) => expandSource(source, vocabulary);
  const pattern = (source: string) => new RegExp(expanded(source), 'gu');
  const triggers = rule.triggers.filter(applies);
  const unless = rule.unless.filter(applies);
  const neighbours = rule.neighbours.filter(applies).map((neighbour) => neighbour.match);
  return {
    rule,
    patterns: triggers.flatMap((trigger) =>
      'match' in trigger
        ? [
            {
              ...commonParts(trigger, rule),
              source: expanded(trigger.match),
              check: numberChecks[trigger.check ?? 'none'],
            },
          ]
        : [],
    ),
    frames: triggers.flatMap((trigger) =>
      'frame' in trigger ? [{ ...commonParts(trigger, rule), frame: frameOf(trigger, lexicon) }] : [],
    ),
    sense: triggers.filter((trigger) => 'sense' in trigger).map((trigger) => commonParts(trigger, rule))[0] ?? null,
    neighbours:
      neighbours.length > 0 ? neighboursOf(pattern(neighbours.map((match) => `(?:${match})`).join('|'))) : null,
    guards: unless.flatMap(({ where, match, within, butNot }) =>
      where === 'text'
        ? []
        : [{ where, pattern: pattern(match), within, butNot: butNot === undefined ? null : pattern(butNot) }],
    ),
    silencers: unless.flatMap(({ where, match }) => (where === 'text' ? [pattern(match)] : [])),
  };
}

function neighboursOf(pattern: RegExp): CompiledNeighbours {
  return { pattern, size: madeOnce(() => needsOf(pattern.source)) };
}

function commonParts({ severity, onlyIn, atStages }: RuleTrigger, rule: ComplianceRule): CompiledTrigger {
  return { severity: severity ?? rule.severity, onlyIn: onlyIn ?? null, atStages: atStages ?? null };
}

function frameOf({ frame, gap, reach, inOrder, without }: FrameTrigger, lexicon: Lexicon): Frame {
  const numbersOf = (slot: string) => slot.split('|').map((name) => lexicon.numbers.get(name)!);
  const slots = frame.map(numbersOf);
  const checks = slots.toSorted((a, b) => a.length - b.length);
  return { slots, checks, gap, reach, inOrder, without: without.flatMap(numbersOf) };
}
