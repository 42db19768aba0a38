/**
 * A graph of words read with one look-up per letter: a state is all the nodes that a beginning leads to, worked out when a text
 * first leads there and kept.
 */
import type { Sounds } from './sounds.ts';
import type { WordNode } from './word-graph.ts';

/** What the states of one graph share. */
export interface Shared {
  sounds: Sounds;
  /** How many ways were kept. */
  kept: number;
}

/** Bounded, whatever texts come: what is not kept is worked out again. */
const MOST_KEPT = 200_000;

interface Edge<End> {
  letter: string;
  to: WordNode<End>;
}

/** Where a letter leads: as it is written, and as one of other letters that sound like it. */
export interface Step<End> {
  exact: WordState<End> | null;
  other: WordState<End> | null;
}

export class WordState<End> {
  readonly ends: readonly End[];
  readonly isLast: boolean;
  readonly #mayDiffer: boolean;
  readonly #nodes: readonly WordNode<End>[];
  readonly #shared: Shared;
  readonly #byUnit = new Map<number, Step<End> | null>();
  readonly #byPinyin = new Map<string, WordState<End> | null>();
  #sounding: Map<string, Edge<End>[]> | null = null;

  constructor(nodes: readonly WordNode<End>[], shared: Shared) {
    this.#nodes = nodes;
    this.#shared = shared;
    this.ends = [...new Set(nodes.flatMap((node) => node.ends))];
    this.#mayDiffer = nodes.some((node) => node.mayDiffer);
    this.isLast = nodes.every((node) => node.next.size === 0);
  }

  /** @param unit a UTF-16 unit */
  next(unit: number): Step<End> | null {
    const known = this.#byUnit.get(unit);
    if (known !== undefined) return known;
    const letter = String.fromCharCode(unit);
    const exact = this.#stateOf(this.#nodes.flatMap((node) => node.next.get(letter) ?? []));
    const other = this.#stateOf(this.#mayDiffer ? this.#othersFor(letter) : []);
    return this.#keep(this.#byUnit, unit, exact || other ? { exact, other } : null);
  }

  /** By the letters that are read so. */
  nextByPinyin(syllable: string): WordState<End> | null {
    const known = this.#byPinyin.get(syllable);
    if (known !== undefined) return known;
    const edges = this.#edges(this.#shared.sounds.ofPinyin(syllable));
    return this.#keep(this.#byPinyin, syllable, this.#stateOf(edges.map(({ to }) => to)));
  }

  #othersFor(letter: string): WordNode<End>[] {
    return this.#edges(this.#shared.sounds.ofLetter(letter)).flatMap(({ letter: one, to }) =>
      one !== letter && to.bySound === 'letters' ? [to] : [],
    );
  }

  #edges(sound: string | undefined): readonly Edge<End>[] {
    this.#sounding ??= edgesBySound(this.#nodes, this.#shared.sounds);
    return (sound === undefined ? undefined : this.#sounding.get(sound)) ?? [];
  }

  #stateOf(nodes: readonly WordNode<End>[]): WordState<End> | null {
    return nodes.length === 0 ? null : new WordState([...new Set(nodes)], this.#shared);
  }

  #keep<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
    this.#shared.kept += 1;
    if (this.#shared.kept < MOST_KEPT) known.set(key, value);
    return value;
  }
}

function edgesBySound<End>(nodes: readonly WordNode<End>[], sounds: Sounds): Map<string, Edge<End>[]> {
  const edges = new Map<string, Edge<End>[]>();
  for (const node of nodes) {
    for (const [letter, all] of node.next) {
      const sound = sounds.ofLetter(letter);
      if (sound === undefined) continue;
      const known = edges.get(sound) ?? [];
      for (const to of all) if (to.bySound !== 'no') known.push({ letter, to });
      if (known.length > 0) edges.set(sound, known);
    }
  }
  return edges;
}
