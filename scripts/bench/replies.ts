/**
 * How long a keystroke waits in the search for replies: `npm run bench:replies [templates]`, 5,000 when left out. Queries are typed
 * letter by letter, in characters, pinyin, initials, and all of them mixed; beside them one that finds nothing. Medians and 95th
 * percentiles of every keystroke, and of the best time of each; it fails where the latter's 95th takes longer than a frame.
 */
import { indexReplies, searchReplies } from '../../lib/replies/search/search-replies.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import { replyTemplates, sceneRules } from '../../lib/rules/replies.ts';
import { time } from './insight/bench.ts';

/** A frame at 60 Hz. */
const BAR_MS = 16;
const ROUNDS = 30;
/** What the panel shows of what is found. */
const SHOWN = 8;
const count = Number(process.argv[2] ?? 5_000);

const queries: Readonly<Record<string, readonly string[]>> = {
  characters: ['发票进度', '补发进度', '破损', '运费险', '退货退款步骤', '尺码'],
  pinyin: ['fapiaojindu', 'bufajindu', 'posun', 'yunfeixian', 'tuihuotuikuan', 'chima'],
  initials: ['fpjd', 'bfjd', 'ps', 'yfx', 'thtkbz', 'cm'],
  mixed: ['fapjd', 'bufajd', 'fpiao', 'tk 步骤', 'jindu 补发', 'yfxian'],
  'finds nothing': ['zzzz', '量子纠缠', 'qqxxww', 'mingtianxiayu'],
};

/** A shop's own beside those that ship: each says something of its own. */
const templates = Array.from({ length: count }, (_, at): ReplyTemplate => {
  const [template, other] = [at, at * 7 + 3].map((place) => replyTemplates[place % replyTemplates.length]!);
  if (at < replyTemplates.length) return template!;
  const label = { ...template!.label, zh: `${template!.label.zh}${at}` };
  return { ...template!, id: `own-${at}`, topic: `own-${at}`, label, text: `${template!.text}${other!.text}` };
});
const sceneOf = new Map(sceneRules.scenes.map(({ id, label }) => [id, label.zh]));
const nameOf = ({ scene, label }: ReplyTemplate) => `${sceneOf.get(scene)} · ${label.zh}`;

const ms = (value: number) => `${value.toFixed(1)} ms`;
const made = await time('the index', 5, () => indexReplies(templates, nameOf));
console.log(`${count} templates; the index, once for a library: n ${made.n}, median ${ms(made.medianMs)}`);

const index = indexReplies(templates, nameOf);
const [median, p95] = [0.5, 0.95].map((share) => (times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1]!;
});
let isBelow = true;
for (const [kind, words] of Object.entries(queries)) {
  const strokes = words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at + 1)));
  const rounds = strokes.map((stroke) => Array.from({ length: ROUNDS }, () => timeOf(stroke)));
  // Other work on the machine only makes a keystroke slower: the best of each is the search's own.
  const [all, best] = [rounds.flat(), rounds.map((each) => Math.min(...each))];
  const found = words.filter((word) => searchReplies(index, word, 1).length > 0).length;
  console.log(
    `${kind}: n ${strokes.length} keystrokes x ${ROUNDS}, median ${ms(median!(all))}, p95 ${ms(p95!(all))}; ` +
      `of the best of each median ${ms(median!(best))}, p95 ${ms(p95!(best))}; ${found} of ${words.length} queries find something`,
  );
  isBelow &&= p95!(best) <= BAR_MS;
}
console.log(`bar: p95 of the best within a frame of ${BAR_MS} ms: ${isBelow ? 'met' : 'not met'}`);
if (!isBelow) process.exitCode = 1;

function timeOf(query: string): number {
  const start = performance.now();
  searchReplies(index, query, SHOWN);
  return performance.now() - start;
}
