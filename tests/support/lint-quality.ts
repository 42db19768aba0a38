/** How well the linter does on labelled texts: those of `tests/fixtures/compliance`, or a file of the same form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompliancePack } from '../../lib/compliance/compliance-pack.ts';
import { channelSchema, type Channel } from '../../lib/compliance/compliance-rule.ts';
import { lint, type Finding } from '../../lib/compliance/lint.ts';
import { platformSchema } from '../../lib/model/platform.ts';
import { complianceRules } from '../../lib/rules/compliance.ts';
import { foundEverywhere } from '../../scripts/liuke/lint.ts';

export interface LabelledText {
  /** Of the texts of `writers`: the writer's letter and a number. */
  id?: string;
  text: string;
  /** Any when left out: what is found there is found on every platform. */
  platform?: string;
  channel?: string;
  expect: string[];
  /** Labels that are neither right nor wrong here. */
  allow?: string[];
  tags?: string[];
}

export interface Count {
  right: number;
  wrong: number;
  missed: number;
}

export interface Quality {
  texts: number;
  total: Count;
  byLabel: Map<string, Count>;
  /** Texts in which all is as expected. */
  byTag: Map<string, { right: number; all: number }>;
  clean: { flagged: number; all: number };
}

export type LabelledSet = 'dev' | 'writers' | 'held-out' | 'fresh' | 'unseen';
/**
 * `dev` was read while the rules were written, and so was `writers`, the texts of several writers who did not know the rules; of
 * `held-out` and `fresh` only totals were looked at. All four, and those of `scripts/sense/texts`, are what the sense was learned from.
 * `unseen` is of four writers who knew neither rules nor other texts, and nothing is learned from it.
 */
export const labelledSets: readonly LabelledSet[] = ['dev', 'writers', 'held-out', 'fresh', 'unseen'];
/** The sets that are learned from. */
export const learntSets: ReadonlySet<LabelledSet> = new Set(['dev', 'writers', 'held-out', 'fresh']);

export function readLabelled(set: LabelledSet): LabelledText[] {
  return readLabelledFile(join(import.meta.dirname, `../fixtures/compliance/${set}.jsonl`));
}

export function readLabelledFile(path: string): LabelledText[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): LabelledText => JSON.parse(line));
}

/** The labels found in a text, hints left out. */
export function labelsIn(text: LabelledText): Set<string> {
  return new Set(findingsIn(text, complianceRules).map(({ label }) => label));
}

/** What is found on every platform that the text is for, hints left out. */
export function findingsIn({ text, platform = 'any', channel }: LabelledText, pack: CompliancePack): Finding[] {
  const asked = platformSchema.options.filter((one) => platform === 'any' || platform === one);
  return foundEverywhere(
    asked.map((one) =>
      lint(text, pack, { platform: one, channel: knownChannel(channel) }).filter(({ severity }) => severity !== 'hint'),
    ),
  );
}

export function knownChannel(channel: string | undefined): Channel | null {
  return channelSchema.options.find((one) => one === channel) ?? null;
}

/** @param found the labels found in each text */
export function qualityOn(
  texts: readonly LabelledText[],
  found: (text: LabelledText, at: number) => ReadonlySet<string> = labelsIn,
): Quality {
  const quality: Quality = {
    texts: texts.length,
    total: { right: 0, wrong: 0, missed: 0 },
    byLabel: new Map(),
    byTag: new Map(),
    clean: { flagged: 0, all: 0 },
  };
  for (const [at, text] of texts.entries()) countText(quality, text, found(text, at));
  return quality;
}

function countText(
  quality: Quality,
  { expect, allow = [], tags = ['plain'] }: LabelledText,
  found: ReadonlySet<string>,
): void {
  const wrong = [...found].filter((label) => !expect.includes(label) && !allow.includes(label));
  const missed = expect.filter((label) => !found.has(label));
  for (const label of expect) add(quality, label, found.has(label) ? 'right' : 'missed');
  for (const label of wrong) add(quality, label, 'wrong');
  if (expect.length === 0) {
    quality.clean.all += 1;
    if (wrong.length > 0) quality.clean.flagged += 1;
  }
  for (const tag of tags) {
    const count = quality.byTag.get(tag) ?? { right: 0, all: 0 };
    count.all += 1;
    if (missed.length === 0 && (expect.length > 0 || wrong.length === 0)) count.right += 1;
    quality.byTag.set(tag, count);
  }
}

function add({ total, byLabel }: Quality, label: string, what: keyof Count): void {
  const count = byLabel.get(label) ?? { right: 0, wrong: 0, missed: 0 };
  count[what] += 1;
  total[what] += 1;
  byLabel.set(label, count);
}

export function precision({ right, wrong }: Count): number {
  return right / (right + wrong);
}

export function recall({ right, missed }: Count): number {
  return right / (right + missed);
}
