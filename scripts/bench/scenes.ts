/**
 * How well scenes are heard in what buyers write: `npm run bench:scenes [set …]`. For each labelled set of `tests/fixtures/replies`
 * (`dev` and `test` when none is named) a table of all scenes: how many lines are about it, precision, recall and F1; below it their
 * mean, and how much of what is called sure is right. Fails for an F1 below the bar.
 */
import { SURE_FROM } from '../../lib/replies/confidence.ts';
import { sceneRules } from '../../lib/rules/replies.ts';
import { buyerLines, heardIn, LEAST_MACRO_F1, macroF1, scoreScenes } from '../../tests/support/buyer-lines.ts';

const named = process.argv.slice(2);
for (const set of named.length > 0 ? named : ['dev', 'test']) report(set);

function report(set: string): void {
  const lines = buyerLines(set);
  const heard = lines.map((line) => heardIn(line, sceneRules));
  const scores = scoreScenes(
    lines,
    heard.map((scenes) => scenes.map(({ sceneId }) => sceneId)),
  );
  const mean = macroF1(scores);
  console.log(`\n${set}: n ${lines.length}\n  ${'scene'.padEnd(16)}    n  precision  recall     F1`);
  for (const { sceneId, hits, wrong, missed, f1 } of scores.toSorted((a, b) => a.f1 - b.f1))
    console.log(
      `  ${sceneId.padEnd(16)} ${String(hits + missed).padStart(4)}      ${share(hits, hits + wrong)}   ${share(hits, hits + missed)}  ${f1.toFixed(3)}`,
    );
  const sure = heard.map((scenes) => scenes.filter(({ confidence }) => confidence >= SURE_FROM));
  const right = sure.flatMap((scenes, at) => scenes.filter(({ sceneId }) => lines[at]!.scenes.includes(sceneId)));
  console.log(
    `  macro-F1 ${mean.toFixed(3)} (bar ${LEAST_MACRO_F1}), of ${sure.flat().length} that are called sure ${share(right.length, sure.flat().length)} are right`,
  );
  if (mean < LEAST_MACRO_F1) process.exitCode = 1;
}

function share(part: number, all: number): string {
  return all === 0 ? '    –' : (part / all).toFixed(3);
}
