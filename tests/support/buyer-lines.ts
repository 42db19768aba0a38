/** Labelled lines of buyers, and how well scenes are heard in them. */
import { readFileSync } from 'node:fs';
import { detectScenes } from '../../lib/replies/scene.ts';
import type { SceneRules } from '../../lib/replies/scene-schema.ts';

export interface BuyerLine {
  messages: string[];
  /** What they are about; empty for nothing in particular. */
  scenes: string[];
}

export function buyerLines(name: string): BuyerLine[] {
  return readFileSync(`tests/fixtures/replies/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as BuyerLine);
}

export interface SceneScore {
  sceneId: string;
  hits: number;
  wrong: number;
  missed: number;
  f1: number;
}

/** One row for each scene that the lines or the answers name. */
export function scoreScenes(lines: readonly BuyerLine[], rules: SceneRules): SceneScore[] {
  const answers = lines.map(({ messages, scenes }) => ({
    wanted: new Set(scenes),
    given: new Set(
      detectScenes(
        messages.map((text) => ({ from: 'buyer' as const, text })),
        rules,
      ).map(({ sceneId }) => sceneId),
    ),
  }));
  const sceneIds = [...new Set(answers.flatMap(({ wanted, given }) => [...wanted, ...given]))];
  return sceneIds.map((sceneId) => {
    const count = (isWanted: boolean, isGiven: boolean) =>
      answers.filter(({ wanted, given }) => wanted.has(sceneId) === isWanted && given.has(sceneId) === isGiven).length;
    const [hits, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
    return { sceneId, hits, wrong, missed, f1: (2 * hits) / (2 * hits + wrong + missed) };
  });
}

export function macroF1(scores: readonly SceneScore[]): number {
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
