/**
 * A graph of words read with one look-up per letter: a state is all the nodes that a beginning leads to, worked out when a text
 * first leads there and kept. States are numbers, and all that is known of them lies in a few long arrays.
 */
import type { Sounds } from './sounds.ts';
import type { WordNode } from './word-graph.ts';

/** Bounded, whatever texts come: then all is forgotten and worked out again. */
const MOST_WAYS = 200_000;
const FIRST_SIZE = 0x8000;
const WIDTH = 4;
/** The state of a text in which no word goes on. */
export const NOWHERE = 0;

interface Edge<End> {
  letter: string;
  to: WordNode<End>;
}

export class WordStates<End> {
  /** Before the first letter. */
  readonly start = 1;
  /** By state: of the words that end there. */
  readonly ends: (readonly End[])[] = [];
  /** By state: 1 when no word goes on from there. */
  readonly isLast: number[] = [];
  readonly #root: WordNode<End>;
  readonly #sounds: Sounds;
  readonly #nodes: (readonly WordNode<End>[])[] = [];
  readonly #sounding: (Map<string, Edge<End>[]> | undefined)[] = [];
  readonly #byPinyin: (Map<string, number> | undefined)[] = [];
  /** Per way four numbers, side by side: the state from which it leads, the letter, and where to. */
  #table = new Uint32Array(0);
  #ways = 0;

  constructor(root: WordNode<End>, sounds: Sounds) {
    this.#root = root;
    this.#sounds = sounds;
    this.#forget();
  }

  /** To be called between texts: afterwards no way or state that was told before means anything. */
  tidy(): void {
    if (this.#ways > MOST_WAYS) this.#forget();
  }

  /** The way that a UTF-16 unit leads from a state: to be asked where it leads. */
  way(state: number, unit: number): number {
    const table = this.#table;
    const last = table.length - WIDTH;
    let way = slotOf(state, unit, last);
    for (let from = table[way]!; from !== NOWHERE; from = table[way]!) {
      if (from === state && table[way + 1] === unit) return way;
      way = (way + WIDTH) & last;
    }
    return this.#findWay(state, unit);
  }

  /** Where a way leads as the letter is written. */
  exact(way: number): number {
    return this.#table[way + 2]!;
  }

  /** Where it leads as one of other letters that sound like it. */
  other(way: number): number {
    return this.#table[way + 3]!;
  }

  /** Where letters lead that are read so. */
  nextByPinyin(state: number, syllable: string): number {
    const known = (this.#byPinyin[state] ??= new Map<string, number>());
    const next = known.get(syllable);
    if (next !== undefined) return next;
    const edges = this.#edges(state, this.#sounds.ofPinyin(syllable));
    const found = this.#stateOf(edges.map(({ to }) => to));
    known.set(syllable, found);
    this.#ways += 1;
    return found;
  }

  #forget(): void {
    for (const known of [this.ends, this.isLast, this.#nodes, this.#sounding, this.#byPinyin]) known.length = 0;
    this.#table = new Uint32Array(FIRST_SIZE * WIDTH);
    this.#ways = 0;
    // Takes the number NOWHERE.
    this.#add([]);
    this.#add([this.#root]);
  }

  #findWay(state: number, unit: number): number {
    const letter = String.fromCharCode(unit);
    const nodes = this.#nodes[state]!;
    const exact = this.#stateOf(nodes.flatMap((node) => node.next.get(letter) ?? []));
    const other = this.#stateOf(nodes.some((node) => node.mayDiffer) ? this.#othersFor(state, letter) : []);
    this.#ways += 1;
    if (this.#ways * 2 * WIDTH > this.#table.length) this.#grow();
    return this.#put(state, unit, exact, other);
  }

  #put(state: number, unit: number, exact: number, other: number): number {
    const last = this.#table.length - WIDTH;
    let way = slotOf(state, unit, last);
    while (this.#table[way] !== NOWHERE) way = (way + WIDTH) & last;
    this.#table.set([state, unit, exact, other], way);
    return way;
  }

  #grow(): void {
    const known = this.#table;
    this.#table = new Uint32Array(known.length * 2);
    for (let way = 0; way < known.length; way += WIDTH)
      if (known[way] !== NOWHERE) this.#put(known[way]!, known[way + 1]!, known[way + 2]!, known[way + 3]!);
  }

  #othersFor(state: number, letter: string): WordNode<End>[] {
    return this.#edges(state, this.#sounds.ofLetter(letter)).flatMap(({ letter: one, to }) =>
      one !== letter && to.bySound === 'letters' ? [to] : [],
    );
  }

  #edges(state: number, sound: string | undefined): readonly Edge<End>[] {
    const edges = (this.#sounding[state] ??= edgesBySound(this.#nodes[state]!, this.#sounds));
    return (sound === undefined ? undefined : edges.get(sound)) ?? [];
  }

  #stateOf(nodes: readonly WordNode<End>[]): number {
    return nodes.length === 0 ? NOWHERE : this.#add([...new Set(nodes)]);
  }

  #add(nodes: readonly WordNode<End>[]): number {
    this.ends.push([...new Set(nodes.flatMap((node) => node.ends))]);
    this.isLast.push(nodes.every((node) => node.next.size === 0) ? 1 : 0);
    return this.#nodes.push(nodes) - 1;
  }
}

/** @param last the last place, its bits below all set but those of WIDTH */
function slotOf(state: number, unit: number, last: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) + Math.imul(unit, 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) * WIDTH) & last;
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
