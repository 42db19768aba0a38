/** The scorer that came with the labelled sample, run over what our rules find, and its figures beside ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labelsIn, precision, readLabelledFile, recall, type Quality } from './lint-quality.ts';

/** By its name. */
type Figures = Readonly<Record<string, number>>;

/** @param scorer the script, for python3: `score.py SET PREDICTIONS`, with lines `{"id","labels"}` as predictions */
export function scoredBy(scorer: string, set: string): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'liuke-scored-'));
  try {
    const predictions = join(folder, 'predictions.jsonl');
    const lines = readLabelledFile(set).map((text) => JSON.stringify({ id: text.id, labels: [...labelsIn(text)] }));
    writeFileSync(predictions, `${lines.join('\n')}\n`);
    return figuresIn(execFileSync('python3', [scorer, set, predictions], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Our own, by the scorer's names. Where there is nothing to share the scorer says 0. */
export function figuresOf({ total, clean, byLabel, byTag }: Quality): Figures {
  const labels = [...byLabel].flatMap(([label, count]) => [
    [`${label} n`, count.right + count.missed] as const,
    [`${label} precision`, precision(count) || 0] as const,
    [`${label} recall`, recall(count) || 0] as const,
  ]);
  const tags = [...byTag].flatMap(([tag, { right, all }]) => [
    [`${tag} right`, right] as const,
    [`${tag} n`, all] as const,
  ]);
  return {
    flagged: clean.flagged,
    clean: clean.all,
    precision: precision(total),
    recall: recall(total),
    ...Object.fromEntries([...labels, ...tags]),
  };
}

function figuresIn(printed: string): Figures {
  const figures: Record<string, number> = {};
  const take = (pattern: RegExp, namesOf: (first: string) => readonly string[], from = 1) => {
    for (const [, ...found] of printed.matchAll(pattern))
      namesOf(found[0]!).forEach((name, at) => (figures[name] = Number(found[at + from])));
  };
  take(/^clean wrongly flagged (\d+)\/(\d+)/gm, () => ['flagged', 'clean'], 0);
  take(/^micro precision ([\d.]+) +recall ([\d.]+)/gm, () => ['precision', 'recall'], 0);
  take(/^([a-z-]+) +(\d+) +([\d.]+) +([\d.]+)$/gm, (label) =>
    ['n', 'precision', 'recall'].map((of) => `${label} ${of}`),
  );
  take(/^tag (\S+) +right (\d+)\/(\d+)/gm, (tag) => ['right', 'n'].map((of) => `${tag} ${of}`));
  return figures;
}
