/** The cues of all scenes, made ready to be looked up: patterns with short gaps, linear in the length of a clause. */
import type { ReplyScene, SceneRules } from './scene-schema.ts';
import { literal, respeller } from './spoken-clauses.ts';

export type CueStrength = keyof ReplyScene['cues'];

export interface Cue {
  scene: ReplyScene;
  strength: CueStrength;
  /** Holds in a question and after a fear, too. */
  holdsAsked: boolean;
  /** What a clause must hold for the cue to be there at all: words, and one word of each of these classes. */
  literals: readonly string[];
  classes: readonly string[];
  /** Made when it is first needed: of thousands of cues a conversation needs a few. Null for plain words. */
  pattern: (() => RegExp) | null;
}

export interface CompiledScenes {
  rules: SceneRules;
  cues: readonly Cue[];
  classes: ReadonlyMap<string, RegExp>;
  unless: ReadonlyMap<ReplyScene, RegExp>;
  /** Before a cue: not wanted; not so; feared. */
  notWanted: RegExp;
  notSo: RegExp;
  supposed: RegExp;
  urging: RegExp;
  asking: RegExp;
  smallTalk: RegExp;
  respell: (text: string) => string;
}

/** Characters that may stand between two places of a cue: within one breath, or with a pause between. */
const GAP = '[^ ]{0,8}?';
const WIDE_GAP = '[^]{0,10}?';
/** What may follow a cue that ends its clause. */
const CLAUSE_END = '(?=[啊呀哦呢哈嘞的]?(?: |$))';
const strengths: readonly CueStrength[] = ['sure', 'likely', 'maybe'];
const compiled = new WeakMap<SceneRules, CompiledScenes>();

/** Compiled once for each set of rules. */
export function compileScenes(rules: SceneRules): CompiledScenes {
  let known = compiled.get(rules);
  if (!known) {
    known = compile(rules);
    compiled.set(rules, known);
  }
  return known;
}

function compile(rules: SceneRules): CompiledScenes {
  const { scenes, words, spellings } = rules;
  const classes = new Map(Object.entries(words.classes).map(([name, list]) => [name, new RegExp(anyOf(list))]));
  const before = (list: readonly string[]) => `(?:${anyOf(list)})(?:要|想|说|再|来|给我|没)?$`;
  return {
    rules,
    classes,
    cues: scenes.flatMap((scene) =>
      strengths.flatMap((strength) => scene.cues[strength].map((cue) => cueOf(cue, scene, strength, classes))),
    ),
    unless: new Map(
      scenes.flatMap((scene) =>
        scene.unless.length === 0 ? [] : [[scene, new RegExp(anyOf(scene.unless), 'g')] as const],
      ),
    ),
    notWanted: new RegExp(`${before(words.notWanted)}|(?<!${anyOf(words.refusing)})不$`),
    notSo: new RegExp(before(words.notSo)),
    supposed: new RegExp(`(?:${anyOf(words.supposed)})[^]{0,4}$|([^])[不没]\\1$`),
    urging: new RegExp(anyOf(words.urging)),
    asking: new RegExp(`${anyOf(words.asking)}|([^])不\\1|[不没]$`),
    smallTalk: new RegExp(anyOf(words.smallTalk)),
    respell: respeller(spellings),
  };
}

function anyOf(list: readonly string[]): string {
  return list
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
}

/** @throws Error naming a class that no table knows */
function cueOf(written: string, scene: ReplyScene, strength: CueStrength, known: ReadonlyMap<string, RegExp>): Cue {
  const bare = written.replace(/^!/, '');
  const parts = bare
    .replace(/\$$/, '')
    .split(/(<[a-zA-Z]+>|…+)/)
    .filter(Boolean);
  const classes = parts.filter((part) => part.startsWith('<')).map((part) => part.slice(1, -1));
  const unknown = classes.find((name) => !known.has(name));
  if (unknown) throw new Error(`cue ${written}: expected a class of words.json, found <${unknown}>`);
  const wordsOf = (name: string) => `(?:${known.get(name)!.source})`;
  let pattern: RegExp | null = null;
  const make = () =>
    (pattern ??= new RegExp(
      parts
        .map((part) => {
          if (part.startsWith('…')) return part === '…' ? GAP : WIDE_GAP;
          return part.startsWith('<') ? wordsOf(part.slice(1, -1)) : literal(part);
        })
        .join('') + (bare.endsWith('$') ? CLAUSE_END : ''),
      'g',
    ));
  return {
    scene,
    strength,
    holdsAsked: bare !== written,
    literals: parts.filter((part) => !/^[<…]/.test(part)),
    classes,
    pattern: /[<…$]/.test(bare) ? make : null,
  };
}
