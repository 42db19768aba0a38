/**
 * A graph of words read with one look-up per letter: a state is all the nodes that a beginning leads to, worked out when a text
 * first leads there and kept. States are numbers, and all that is known of them lies in a few long arrays.
 */
import { nameLetter, unitOf } from './letters.ts';
import type { Sounds } from './sounds.ts';
import { UNKNOWN, WayTable } from './way-table.ts';
import type { WordNode } from './word-graph.ts';

/** Bounded, whatever texts come: then all is forgotten and worked out again. */
const MOST_WAYS = 200_000;
const FIRST_STATES = 0x1000;
/** By state so many numbers of 32 bits. */
const LEAD_WIDTH = 4;
/**
 * A state with what is asked of it most: its number above, and in the two lowest bits whether words end there and whether none
 * goes on from there.
 */
export type Stand = number;
/** Where no word goes on. */
export const NOWHERE: Stand = 0;
/** Of the first two letters of a word, those that are others of the same sound. */
export const SECOND_OTHER = 0;
export const FIRST_OTHER = 1;
export const BOTH_OTHER = 2;
export const NO_OTHERS = 0;
const NUMBER_SHIFT = 2;
const HAS_ENDS = 2;
const IS_LAST = 1;

export function hasEnds(stand: Stand): boolean {
  return (stand & HAS_ENDS) !== 0;
}

export function isLast(stand: Stand): boolean {
  return (stand & IS_LAST) !== 0;
}

interface Edge {
  letter: string;
  to: WordNode<number>;
}

export class WordStates {
  /** Before the first letter. */
  start: Stand = NOWHERE;
  /** The ends of all states, one list after the other, each closed by -1. */
  readonly ends: number[] = [];
  /** By state: where its ends begin. */
  readonly #endsFrom: number[] = [];
  readonly #root: WordNode<number>;
  readonly #sounds: Sounds;
  /** By the numbers of its nodes. */
  readonly #stands = new Map<string, Stand>();
  readonly #numbers = new Map<WordNode<number>, number>();
  readonly #nodes: (readonly WordNode<number>[])[] = [];
  /** By state a bit for each of 128 sorts of letters, set where one of the sort may lead on. */
  #leads = new Uint32Array(0);
  /** By sound all its letters. */
  readonly #soundingLike = new Map<string, number[]>();
  readonly #sounding: (Map<string, Edge[]> | undefined)[] = [];
  readonly #byPinyin: (Map<string, Stand> | undefined)[] = [];
  /** By the state from which it leads and the letter: where to, as it stands and as one of others that sound like it. */
  readonly #ways = new WayTable(4);
  /** By the first two letters: where they lead as they stand, and the place in `others` of where they lead else, 0 for nowhere. */
  readonly #pairs = new WayTable(4);
  /** Three each: with the second, the first, and both letters as others that sound like them. */
  readonly #others: Stand[] = [];
  /** How many ways by pinyin were found. */
  #syllables = 0;

  constructor(root: WordNode<number>, sounds: Sounds) {
    this.#root = root;
    this.#sounds = sounds;
    for (const [letter, sound] of sounds.letters) {
      const known = this.#soundingLike.get(sound);
      const number = nameLetter(letter.charCodeAt(0));
      if (known) known.push(number);
      else this.#soundingLike.set(sound, [number]);
    }
    this.#forget();
  }

  /** To be called between texts: afterwards no way or state that was told before means anything. */
  tidy(): void {
    if (this.#ways.size + this.#pairs.size + this.#syllables > MOST_WAYS) this.#forget();
  }

  /** The place in `ends` of the words that end there. */
  endsOf(stand: Stand): number {
    return this.#endsFrom[stand >> NUMBER_SHIFT]!;
  }

  /** Of most letters it tells at once that they do not lead on. The answer may be too lenient, never too strict. */
  mayLead(stand: Stand, letter: number): boolean {
    return (this.#leads[leadAt(stand >> NUMBER_SHIFT, letter)]! & leadBit(letter)) !== 0;
  }

  /** The way that a letter leads: to be asked where it leads. */
  way(stand: Stand, letter: number): number {
    const way = this.#ways.find(stand, letter);
    return way === UNKNOWN ? this.#ways.add(stand, letter, this.#lead(stand, letter)) : way;
  }

  /** Where a way leads as the letter is written. */
  exact(way: number): Stand {
    return this.#ways.at(way, 0);
  }

  /** Where it leads as one of other letters that sound like it. */
  other(way: number): Stand {
    return this.#ways.at(way, 1);
  }

  /** The way that the first two letters of a word lead: to be asked where they lead. */
  pair(first: number, second: number): number {
    const pair = this.#pairs.find(first, second);
    return pair === UNKNOWN ? this.#addPair(first, second) : pair;
  }

  /** Where they lead as they are written. */
  afterPair(pair: number): Stand {
    return this.#pairs.at(pair, 0);
  }

  /** To be asked where they lead with others of the same sound; `NO_OTHERS` for nowhere. */
  othersOf(pair: number): number {
    return this.#pairs.at(pair, 1);
  }

  afterOthers(others: number, which: typeof SECOND_OTHER | typeof FIRST_OTHER | typeof BOTH_OTHER): Stand {
    return this.#others[others + which]!;
  }

  /** Where letters lead that are read so. */
  nextByPinyin(stand: Stand, syllable: string): Stand {
    const known = (this.#byPinyin[stand >> NUMBER_SHIFT] ??= new Map<string, Stand>());
    const next = known.get(syllable);
    if (next !== undefined) return next;
    const edges = this.#edges(stand, this.#sounds.ofPinyin(syllable));
    const found = this.#standOn(edges.map(({ to }) => to));
    known.set(syllable, found);
    this.#syllables += 1;
    return found;
  }

  /** By itself, for what looks a pair up is to take no room. */
  #addPair(first: number, second: number): number {
    const way = this.way(this.start, first);
    const [exact, ...others] = [this.exact(way), this.other(way)].flatMap((stand) =>
      stand === NOWHERE ? [NOWHERE, NOWHERE] : this.#lead(stand, second),
    );
    const isAlone = others.every((stand) => stand === NOWHERE);
    const place = isAlone ? NO_OTHERS : this.#others.push(...others) - others.length;
    return this.#pairs.add(first, second, [exact!, place]);
  }

  #forget(): void {
    for (const known of [this.ends, this.#endsFrom, this.#nodes, this.#sounding, this.#byPinyin]) known.length = 0;
    this.#stands.clear();
    this.#numbers.clear();
    this.#ways.forget();
    this.#pairs.forget();
    // Takes the place of NO_OTHERS.
    this.#others.splice(0, Infinity, NOWHERE);
    this.#syllables = 0;
    this.#leads = new Uint32Array(FIRST_STATES * LEAD_WIDTH);
    // Takes the number of NOWHERE.
    this.#add([]);
    this.start = this.#add([this.#root]);
  }

  /** Where a letter leads, as it stands and as one of others that sound like it. */
  #lead(stand: Stand, number: number): [exact: Stand, other: Stand] {
    const letter = String.fromCharCode(unitOf(number));
    const nodes = this.#nodes[stand >> NUMBER_SHIFT]!;
    const exact = this.#standOn(nodes.flatMap((node) => node.next.get(letter) ?? []));
    const other = this.#standOn(nodes.some((node) => node.mayDiffer) ? this.#othersFor(stand, letter) : []);
    return [exact, other];
  }

  #othersFor(stand: Stand, letter: string): WordNode<number>[] {
    return this.#edges(stand, this.#sounds.ofLetter(letter)).flatMap(({ letter: one, to }) =>
      one !== letter && to.bySound === 'letters' ? [to] : [],
    );
  }

  #edges(stand: Stand, sound: string | undefined): readonly Edge[] {
    const state = stand >> NUMBER_SHIFT;
    const edges = (this.#sounding[state] ??= edgesBySound(this.#nodes[state]!, this.#sounds));
    return (sound === undefined ? undefined : edges.get(sound)) ?? [];
  }

  #addLeads(state: number, { next, mayDiffer }: WordNode<number>): void {
    const add = (letter: number) => (this.#leads[leadAt(state, letter)]! |= leadBit(letter));
    for (const letter of next.keys()) {
      add(nameLetter(letter.charCodeAt(0)));
      const sound = mayDiffer ? this.#sounds.ofLetter(letter) : undefined;
      if (sound !== undefined) this.#soundingLike.get(sound)!.forEach(add);
    }
  }

  /** Letters that sound alike lead to the same state: the fewer there are, the more of them stay in the cache. */
  #standOn(all: readonly WordNode<number>[]): Stand {
    if (all.length === 0) return NOWHERE;
    const nodes = [...new Set(all)];
    const key = nodes.map((node) => this.#numberOf(node)).join();
    const known = this.#stands.get(key);
    if (known !== undefined) return known;
    const stand = this.#add(nodes);
    this.#stands.set(key, stand);
    return stand;
  }

  #numberOf(node: WordNode<number>): number {
    const number = this.#numbers.get(node) ?? this.#numbers.size;
    this.#numbers.set(node, number);
    return number;
  }

  #add(nodes: readonly WordNode<number>[]): Stand {
    const ends = new Set(nodes.flatMap((node) => node.ends));
    this.#endsFrom.push(this.ends.length);
    if (ends.size > 0) this.ends.push(...ends, -1);
    const goesOn = nodes.some((node) => node.next.size > 0);
    const number = this.#nodes.push(nodes) - 1;
    if (number * LEAD_WIDTH === this.#leads.length) this.#leads = twice(this.#leads);
    for (const node of nodes) this.#addLeads(number, node);
    return (number << NUMBER_SHIFT) | (ends.size > 0 ? HAS_ENDS : 0) | (goesOn || number === 0 ? 0 : IS_LAST);
  }
}

/** Where in `leads` the bit of a letter is. */
function leadAt(state: number, letter: number): number {
  return state * LEAD_WIDTH + ((letter >> 5) & (LEAD_WIDTH - 1));
}

function leadBit(letter: number): number {
  return 1 << (letter & 31);
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(2 * numbers.length);
  wider.set(numbers);
  return wider;
}

function edgesBySound(nodes: readonly WordNode<number>[], sounds: Sounds): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>();
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
