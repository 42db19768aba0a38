/**
 * Learns the weights of scenes and writes `lib/rules/replies/scene-weights.json`: `npm run scenes`. Learned from are
 * `scripts/scenes/phrases.txt` and the labelled lines of `tests/fixtures/replies` that may be looked at; the quality that is printed is
 * that of lines held back, a third at a time.
 */
import { writeFileSync } from 'node:fs';
import { gramsOf } from '../lib/replies/scene-grams.ts';
import type { SceneWeights } from '../lib/replies/scene-schema.ts';
import { compileScenes, oddsOf, voicesOf, type CompiledScenes } from '../lib/replies/scene-weights.ts';
import { hear } from '../lib/replies/scene-words.ts';
import { clausesOf } from '../lib/replies/spoken-clauses.ts';
import { sceneRules } from '../lib/rules/replies.ts';
import { heardIn, macroF1, scoreScenes, type BuyerLine } from '../tests/support/buyer-lines.ts';
import { certaintyOf, type Answer } from './scenes/certainty.ts';
import { learn, type Example } from './scenes/learn.ts';
import { joined, lines, phrases } from './scenes/material.ts';

const WEIGHTS_FILE = 'lib/rules/replies/scene-weights.json';
const FOLDS = 3;
/** Weights stand in steps of this; smaller ones fall away. */
const STEP = 0.5;
const LEAST = 0.5;
const TAKES_STEPS = 20;

const ids = voicesOf(sceneRules);
const { plain } = compileScenes(sceneRules);
const clausesIn = ({ messages }: BuyerLine) => messages.map((text) => clausesOf(text, plain));

const [always, heldBack] = [phrases(), lines()];
const withoutFold = Array.from({ length: FOLDS }, (_, fold) =>
  learned([...always, ...heldBack.filter((__, at) => at % FOLDS !== fold)]),
);
const compiledFolds = withoutFold.map((weights) => compileScenes({ ...sceneRules, weights }));
const certainty = certaintyOf(heldBack.flatMap((line, at) => answersFor(line, compiledFolds[at % FOLDS]!)));
const folds = withoutFold.map((weights) => ({ ...sceneRules, weights: { ...weights, certainty } }));
const heard = heldBack.map((line, at) => heardIn(line, folds[at % FOLDS]!).map(({ sceneId }) => sceneId));
console.log(
  `${heldBack.length} lines held back: macro-F1 ${macroF1(scoreScenes(heldBack, heard)).toFixed(3)}`,
  certainty,
);
writeFileSync(WEIGHTS_FILE, `${JSON.stringify({ ...learned([...always, ...heldBack]), certainty }, null, 2)}\n`);

function learned(texts: readonly BuyerLine[]): SceneWeights {
  const { grams, takes, bias } = learn([...texts, ...joined(texts, 2)].map(exampleOf), ids.length);
  const speaksFor = ids.map((id, scene) => {
    const bySize = Map.groupBy(
      [...grams].filter(([, weights]) => weights[scene]! >= LEAST),
      ([, weights]) => Math.round(weights[scene]! / STEP),
    );
    const sizes = [...bySize].toSorted(([a], [b]) => b - a);
    return [
      id,
      Object.fromEntries(
        sizes.map(([size, all]) => [
          size,
          all
            .map(([gram]) => gram)
            .toSorted()
            .join(' '),
        ]),
      ),
    ];
  });
  const takesOf = (scene: number) =>
    ids.flatMap((id, other) => {
      const value = Math.round(takes[scene * ids.length + other]! * TAKES_STEPS) / TAKES_STEPS;
      return value === 0 ? [] : [[id, value] as const];
    });
  return {
    source: `npm run scenes: ${always.length} phrases of scripts/scenes/phrases.txt, ${heldBack.length} lines of tests/fixtures/replies`,
    step: STEP,
    speaksFor: Object.fromEntries(speaksFor) as SceneWeights['speaksFor'],
    takes: Object.fromEntries(sceneRules.scenes.map(({ id }, scene) => [id, Object.fromEntries(takesOf(scene))])),
    bias: Object.fromEntries(sceneRules.scenes.map(({ id }, scene) => [id, Math.round(bias[scene]! * 100) / 100])),
    certainty: { scale: 1, shift: 0 },
  };
}

function exampleOf(line: BuyerLine): Example {
  const grams = new Set(
    clausesIn(line).flatMap((clauses) => clauses.flatMap((clause) => gramsOf(clause).map(({ text }) => text))),
  );
  return {
    grams: [...grams],
    isMeant: ids.map((id) => meant(id, line)),
  };
}

/** Null where either answer would do. */
function meant(id: string, { scenes, allow }: BuyerLine): boolean | null {
  if (id === 'nothing' ? scenes.length === 0 : scenes.includes(id)) return true;
  return allow?.includes(id) ? null : false;
}

function answersFor(line: BuyerLine, compiled: CompiledScenes): Answer[] {
  const odds = oddsOf(hear(clausesIn(line), compiled).sums, compiled);
  return sceneRules.scenes.flatMap(({ id }, scene) => {
    const isRight = meant(id, line);
    return isRight === null ? [] : [{ odds: odds[scene]!, isRight }];
  });
}
