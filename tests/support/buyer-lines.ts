/** Labelled lines of buyers, and how well scenes are heard in them. */
import { readFileSync } from 'node:fs';
import { detectScenes, type DetectedScene } from '../../lib/replies/scene.ts';
import type { SceneRules } from '../../lib/replies/scene-schema.ts';

/** The mean over the scenes that a set names must be this at least. */
export const LEAST_MACRO_F1 = 0.85;

export interface BuyerLine {
  messages: string[];
  /** What they are about; empty for nothing in particular. */
  scenes: string[];
  /** What they may be called as well, or not: neither answer is wrong. */
  allow?: string[];
}

export function buyerLines(name: string): BuyerLine[] {
  return readFileSync(`tests/fixtures/replies/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as BuyerLine);
}

/** What is heard in a line, without what may be said or not. */
export function heardIn({ messages, allow = [] }: BuyerLine, rules: SceneRules): DetectedScene[] {
  const spoken = messages.map((text) => ({ from: 'buyer' as const, text }));
  return detectScenes(spoken, rules).filter(({ sceneId }) => !allow.includes(sceneId));
}

export interface SceneScore {
  sceneId: string;
  hits: number;
  wrong: number;
  missed: number;
  f1: number;
}

/** One row for each scene that the lines or the answers name. @param answers scenes heard in each line */
export function scoreScenes(lines: readonly BuyerLine[], answers: readonly (readonly string[])[]): SceneScore[] {
  const sceneIds = [...new Set([...lines.flatMap(({ scenes }) => scenes), ...answers.flat()])];
  return sceneIds.map((sceneId) => {
    const count = (isWanted: boolean, isGiven: boolean) =>
      lines.filter(
        ({ scenes }, at) => scenes.includes(sceneId) === isWanted && answers[at]!.includes(sceneId) === isGiven,
      ).length;
    const [hits, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
    return { sceneId, hits, wrong, missed, f1: (2 * hits) / (2 * hits + wrong + missed) };
  });
}

export function macroF1(scores: readonly SceneScore[]): number {
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
