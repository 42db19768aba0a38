/**
 * How fast and how well the linter reads: `npm run bench:lint [file.jsonl …] [--strict] [--show]`. Speed is measured on the shipped
 * replies and, as growth is, on the project's own labelled texts, joined to messages; quality is told for each label and tag of each set, of the files named (in the
 * form of the sets), and of the labelled sample where it lies beside the project. `--strict` fails where a bar of speed or of quality
 * is missed, `--show` prints the texts that are not as expected, of the sets that may be read and of files only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../../lib/compliance/lint.ts';
import { complianceRules } from '../../lib/rules/compliance.ts';
import { replyTemplates } from '../../lib/rules/replies.ts';
import {
  labelledSets,
  labelsIn,
  learntSets,
  precision,
  qualityOn,
  readLabelled,
  readLabelledFile,
  recall,
  type LabelledText,
} from '../../tests/support/lint-quality.ts';
import { bars, missedQuality, missedSpeed } from './lint/bars.ts';

const MESSAGE_LENGTH = 200;
const LONG_LENGTH = 100_000;

const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const sample = join(import.meta.dirname, '../../../shared/samples/compliance/dev.jsonl');

const clean = labelledSets.flatMap((set) => readLabelled(set)).filter(({ expect }) => expect.length === 0);
measureSpeed('shipped replies', cut(replyTemplates.map(({ text }) => text).join('\n')));
// Harder than what shops write: sentences that nearly break a rule, one behind the other.
const messageMs = measureSpeed('clean messages', cut(clean.map(({ text }) => text).join('。')));
measureSpeed('of one sentence', cut(clean.map(({ text }) => text).join(',')));
const longTextMs = measureGrowth(clean.map(({ text }) => text).join('。'));

const shortfalls = missedSpeed({ messageMs, longTextMs });
for (const set of labelledSets) report(set, readLabelled(set), learntSets.has(set));
for (const file of files) report(file, readLabelledFile(file), true);
if (existsSync(sample)) report('labelled sample', readLabelledFile(sample), true);
else console.log('\nno labelled sample beside the project');
console.log(`\nbars: ${JSON.stringify(bars)}`);
console.log(shortfalls.length === 0 ? 'all met' : `missed:\n  ${shortfalls.join('\n  ')}`);
if (shortfalls.length > 0 && flags.has('--strict')) process.exitCode = 1;

function cut(text: string): string[] {
  return Array.from({ length: Math.floor(text.length / MESSAGE_LENGTH) }, (_, index) =>
    text.slice(index * MESSAGE_LENGTH, (index + 1) * MESSAGE_LENGTH),
  );
}

/**
 * Tells the median over all readings, and over the best reading of each message: other work on the machine only makes readings slower.
 * @returns the latter, in ms
 */
function measureSpeed(name: string, messages: readonly string[]): number {
  const times = messages.map((): number[] => []);
  for (let round = 0; round < 60; round += 1)
    messages.forEach((message, index) => {
      const time = timeOf(message);
      if (round >= 20) times[index]!.push(time);
    });
  const best = median(times.map((each) => Math.min(...each)));
  console.log(
    `${name}: n ${messages.length} x ${times[0]!.length}, ${MESSAGE_LENGTH} characters, median ${ms(median(times.flat()))}, median of the best ${ms(best)}`,
  );
  return best;
}

/** @returns the best reading of the whole, in ms */
function measureGrowth(text: string): number {
  const long = text.repeat(Math.ceil(LONG_LENGTH / text.length)).slice(0, LONG_LENGTH);
  const [quarter, whole] = [LONG_LENGTH / 4, LONG_LENGTH].map((length) =>
    Array.from({ length: 7 }, () => timeOf(long.slice(0, length))),
  );
  const best = Math.min(...whole!);
  console.log(
    `${LONG_LENGTH} characters: n 7, median ${ms(median(whole!))}, best ${ms(best)}, ${(median(whole!) / median(quarter!)).toFixed(1)} times that of a quarter of them`,
  );
  return best;
}

function timeOf(text: string): number {
  const start = performance.now();
  lint(text, complianceRules, { platform: 'jd' });
  return performance.now() - start;
}

function report(name: string, texts: readonly LabelledText[], mayShow: boolean): void {
  const quality = qualityOn(texts);
  shortfalls.push(...missedQuality(name, quality));
  const { total, clean: neat } = quality;
  console.log(
    `\n${name}: n ${quality.texts}, precision ${share(precision(total))}, recall ${share(recall(total))}, clean flagged ${neat.flagged} of ${neat.all} (${share(neat.flagged / neat.all)})`,
  );
  for (const [label, count] of [...quality.byLabel].toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(
      `  ${label.padEnd(22)} n ${String(count.right + count.missed).padStart(4)}  precision ${share(precision(count))}  recall ${share(recall(count))}`,
    );
  for (const [tag, { right, all }] of quality.byTag)
    console.log(`  ${tag.padEnd(22)} n ${String(all).padStart(4)}  as expected ${share(right / all)}`);
  if (mayShow && flags.has('--show')) texts.forEach(show);
}

function show(text: LabelledText): void {
  const found = labelsIn(text);
  const wrong = [...found].filter((label) => !text.expect.includes(label) && !text.allow?.includes(label));
  const missed = text.expect.filter((label) => !found.has(label));
  if (wrong.length + missed.length > 0)
    console.log(`  ${text.text}  missed ${missed.join() || 'nothing'}, wrongly found ${wrong.join() || 'nothing'}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function ms(value: number): string {
  return `${value.toFixed(3)} ms`;
}

function share(value: number): string {
  return Number.isNaN(value) ? '   – ' : value.toFixed(3);
}
