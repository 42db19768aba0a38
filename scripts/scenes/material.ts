/** What scenes are learned from: phrases by scene, and the labelled lines that may be looked at. */
import { readFileSync } from 'node:fs';
import { buyerLines, type BuyerLine } from '../../tests/support/buyer-lines.ts';

const learnedFrom = ['dev', 'unseen-1', 'unseen-2', 'unseen-3', 'voices', 'other-dev'];

/** Sets that are only counted. What they say is not learned, wherever else it stands. */
export const countedOnly = ['test', 'blind'];
const withheld = new Set(
  countedOnly.flatMap(buyerLines).flatMap(({ messages, scenes }) => (scenes.length > 0 ? [messages.join(' / ')] : [])),
);
const withoutCounted = (texts: readonly BuyerLine[]) =>
  texts.filter(({ messages }) => !withheld.has(messages.join(' / ')));

export const phrases = (): BuyerLine[] =>
  withoutCounted(readPhrases(readFileSync('scripts/scenes/phrases.txt', 'utf8')));
export const lines = (): BuyerLine[] => withoutCounted(learnedFrom.flatMap(buyerLines));

const HEADING = /^# ([a-zA-Z + ]+?)(?: \(([a-zA-Z, ]+)\))?$/;

/**
 * Under a heading one phrase a line, ` / ` between messages: `# late`, `# nothing`, `# damaged + refund`, and
 * `# repurchase (wakeUp)` for what may be called the one and, too, the other.
 * @throws Error with the number of a line that stands under no heading
 */
function readPhrases(text: string): BuyerLine[] {
  let under: Omit<BuyerLine, 'messages'> | null = null;
  return text.split('\n').flatMap((line, at) => {
    const [, scenes, allow] = HEADING.exec(line) ?? [];
    if (scenes) {
      under = { scenes: scenes === 'nothing' ? [] : scenes.split(' + '), ...(allow && { allow: allow.split(', ') }) };
      return [];
    }
    if (line.trim() === '') return [];
    if (!under) throw new Error(`scripts/scenes/phrases.txt:${at + 1}: expected a heading such as "# late" first`);
    return [{ messages: line.split(' / '), ...under }];
  });
}

/** Closing words, and what is beside the point where something else is said. */
const yielding = new Set(['thanks']);

/**
 * Lines of two things at once, each from one line and another further on: what is said of one scene must not silence the next.
 * A line about nothing changes nothing; thanks beside another thing may be heard or not.
 */
export function joined(texts: readonly BuyerLine[], every: number): BuyerLine[] {
  return texts.flatMap((one, at) => {
    const other = texts[(at * 7_919 + 104_729) % texts.length]!;
    if (at % every !== 0 || one === other) return [];
    const scenes = [...new Set([...one.scenes, ...other.scenes])];
    const told = scenes.filter((id) => !yielding.has(id));
    const allow = [...(one.allow ?? []), ...(other.allow ?? []), ...(told.length > 0 ? yielding : []), 'nothing'];
    return [{ messages: [...one.messages, ...other.messages], scenes: told.length > 0 ? told : scenes, allow }];
  });
}
