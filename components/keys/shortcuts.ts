/** The keys of our own pages: one table for what is heard and for what the help shows. Keys of fields and buttons stay the browser's. */

type Screen = 'panel' | 'dashboard' | 'popup' | 'companion' | 'tour';

interface Shortcut {
  /** Any of them; two letters with a space are pressed one after the other. */
  keys: readonly string[];
  /** As the help shows them, where that differs. */
  shown?: string;
  on: readonly Screen[];
  /** Heard by a field or a button itself. */
  isNative?: true;
}

/** `、` and `？` are what a Chinese input method makes of the keys `/` and `?`. */
export const shortcuts = {
  search: { keys: ['/', '、'], on: ['panel', 'dashboard', 'companion'] },
  next: { keys: ['j', 'ArrowDown'], shown: 'J ↓', on: ['panel'] },
  previous: { keys: ['k', 'ArrowUp'], shown: 'K ↑', on: ['panel'] },
  choose: { keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], shown: '1 … 9', on: ['panel', 'companion'] },
  scene: { keys: ['r'], on: ['panel', 'companion'] },
  tone: { keys: ['m'], on: ['panel', 'companion'] },
  edit: { keys: ['e'], on: ['panel', 'companion'] },
  take: { keys: ['Enter'], shown: 'Enter', on: ['panel', 'companion'], isNative: true },
  done: { keys: ['d'], on: ['panel'] },
  later: { keys: ['s'], on: ['panel', 'companion'] },
  decline: { keys: ['x'], on: ['panel', 'companion'] },
  workOrder: { keys: ['w'], on: ['panel', 'companion'] },
  tag: { keys: ['t'], on: ['panel', 'companion'] },
  why: { keys: ['y'], on: ['panel', 'companion'] },
  goToday: { keys: ['g t'], on: ['panel'] },
  goCustomer: { keys: ['g c'], on: ['panel'] },
  goInsight: { keys: ['g m'], on: ['panel'] },
  goSettings: { keys: ['g s'], on: ['panel', 'dashboard'] },
  goOverview: { keys: ['g o'], on: ['dashboard'] },
  back: { keys: ['Escape'], shown: 'Esc', on: ['panel', 'tour'] },
  history: { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], shown: 'Alt+← →', on: ['panel', 'companion'], isNative: true },
  paste: { keys: ['Ctrl+V'], shown: 'Ctrl+V', on: ['companion'], isNative: true },
  clipboard: { keys: ['v'], on: ['companion'] },
  popupMove: { keys: ['ArrowDown', 'ArrowUp'], shown: '↓ ↑', on: ['popup'], isNative: true },
  popupTake: { keys: ['Enter', 'Tab'], shown: 'Enter Tab', on: ['popup'], isNative: true },
  popupClear: { keys: ['Escape'], shown: 'Esc', on: ['popup'], isNative: true },
  popupPeek: { keys: ['ArrowRight'], shown: '→', on: ['popup'], isNative: true },
  popupCopy: { keys: ['c'], on: ['popup'], isNative: true },
  tourNext: { keys: ['ArrowRight', 'n'], shown: '→ N', on: ['tour'] },
  tourBack: { keys: ['ArrowLeft', 'p'], shown: '← P', on: ['tour'] },
  help: { keys: ['?', '？'], on: ['panel', 'dashboard', 'companion'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;
export type { Screen };

/** What a page listens to itself. */
export type HeardId = {
  [Id in ShortcutId]: (typeof shortcuts)[Id] extends { isNative: true } ? never : Id;
}[ShortcutId];

const table: Readonly<Record<ShortcutId, Shortcut>> = shortcuts;
const ids = Object.keys(shortcuts) as ShortcutId[];

export function shortcutsOf(screen: Screen): { id: ShortcutId; shown: string }[] {
  return ids
    .filter((id) => table[id].on.includes(screen))
    .map((id) => ({ id, shown: table[id].shown ?? table[id].keys.map((key) => key.toUpperCase()).join(' ') }));
}

/**
 * Whose key it is.
 * @param before the key pressed just before this one, null for none
 */
export function shortcutFor(key: string, before: string | null, among: readonly HeardId[]): HeardId | null {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  const isWith = (keys: string) => (id: ShortcutId) => table[id].keys.includes(keys);
  const both = `${before} ${pressed}`;
  // The second letter is nobody else's, whoever listens.
  return among.find(isWith(ids.some(isWith(both)) ? both : pressed)) ?? null;
}

/** Some shortcut of two letters begins with it. */
export function isBeginning(key: string): boolean {
  return ids.some((id) => table[id].keys.some((keys) => keys.startsWith(`${key.toLowerCase()} `)));
}
