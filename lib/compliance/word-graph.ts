/**
 * How the words of a concept are written down, and the graph that they make: `退(货|款|)` stands for 退货, 退款 and 退, `#` for any
 * digit. Brackets may nest. Ways that part in a bracket join behind it, so the graph is as small as what was written.
 */
import { nameLetter } from './letters.ts';
import type { RuleFault } from './rule-fault.ts';

export interface WordNode<End> {
  /** By UTF-16 unit. */
  next: ReadonlyMap<string, WordNode<End>[]>;
  /** How the letter that leads here may be written. */
  bySound: BySound;
  /** Whether another letter of the same sound may lead on from here. */
  mayDiffer: boolean;
  /** Of the words that end here. */
  ends: readonly End[];
}

/** `no`: as it is. `pinyin`: in Latin letters, too. `letters`: by another letter of the same sound as well. */
export type BySound = 'no' | 'pinyin' | 'letters';

const DIGITS = Array.from('0123456789');

/** Most nodes have one way on and no end: what they do not have, they share. */
const nowhere: ReadonlyMap<string, never> = new Map<string, never>();
const none: readonly never[] = [];

export function emptyNode<End>(bySound: BySound): WordNode<End> {
  return { next: nowhere, bySound, mayDiffer: false, ends: none };
}

/** Leads from `root` along every form of the word. @throws RangeError when its brackets do not match or it may be empty */
export function addWord<End>(root: WordNode<End>, written: string, bySound: BySound, end: End): void {
  const letters = written.split('');
  const last = alternatives(letters, [root], bySound);
  if (letters.length > 0 || written.includes('(') !== written.includes(')'))
    throw new RangeError(`expected brackets that match, found ${JSON.stringify(written)}`);
  if (last.includes(root))
    throw new RangeError(`expected at least one letter in every form of ${JSON.stringify(written)}`);
  for (const node of last) node.ends = [...node.ends, end];
}

/** What is wrong with a written word, or null. */
export function wordProblem(written: string): RuleFault | null {
  if (/[\sA-Z]/.test(written)) {
    const message = `expected a folded word without spaces, found ${JSON.stringify(written)}`;
    return { kind: 'word', values: [written], message };
  }
  try {
    addWord(emptyNode<null>('no'), written, 'no', null);
    return null;
  } catch (error) {
    return { kind: 'bracket', values: [written], message: error instanceof Error ? error.message : String(error) };
  }
}

type Nodes<End> = readonly WordNode<End>[];

/** Takes letters up to the bracket that ends this part, or to the end. @returns where the ways lead */
function alternatives<End>(letters: string[], from: Nodes<End>, bySound: BySound): Nodes<End> {
  const reached = new Set(sequence(letters, from, bySound));
  while (letters[0] === '|') {
    letters.shift();
    for (const node of sequence(letters, from, bySound)) reached.add(node);
  }
  return [...reached];
}

function sequence<End>(letters: string[], from: Nodes<End>, bySound: BySound): Nodes<End> {
  let reached = from;
  while (letters.length > 0 && letters[0] !== '|' && letters[0] !== ')') {
    const letter = letters.shift()!;
    if (letter === '(') {
      reached = alternatives(letters, reached, bySound);
      if (letters.shift() !== ')') throw new RangeError('expected a bracket that ends');
    } else reached = [lead(reached, letter === '#' ? DIGITS : [letter], bySound)];
  }
  return reached;
}

/** To one new node from each, by any of the letters. */
function lead<End>(from: Nodes<End>, letters: readonly string[], bySound: BySound): WordNode<End> {
  const to = emptyNode<End>(bySound);
  for (const node of from) {
    node.mayDiffer ||= bySound === 'letters';
    const next =
      node.next === nowhere ? new Map<string, WordNode<End>[]>() : (node.next as Map<string, WordNode<End>[]>);
    node.next = next;
    for (const letter of letters) {
      // Before any text is read: what has no name then leads nowhere.
      nameLetter(letter.charCodeAt(0));
      const known = next.get(letter);
      if (known) known.push(to);
      else next.set(letter, [to]);
    }
  }
  return to;
}
