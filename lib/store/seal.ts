/**
 * The lock of one connection to the store: with which key it seals what is written, and which sealed texts it can open. The background alone
 * writes; every page reads through a seal of its own.
 */
import { freshSecretFor, ownSecret, secretOf } from '../lock/pair.ts';
import { fromHex, toHex } from '../model/hex.ts';
import type { Lock, LockSession } from '../model/lock.ts';
import { isSealed, markIn } from '../model/sealed.ts';
import type * as sealText from '../lock/seal-text.ts';
import type { TextKey } from '../lock/seal-text.ts';

/** Where the key is kept as long as the browser is open. */
export interface LockMemory {
  read(): Promise<LockSession | null>;
  /** Left out where the store is only read. */
  write?(session: LockSession | null): Promise<void>;
}

/** Of what is sealed while it is unlocked. */
const OWN_ID = '00000000';
const PURPOSE = 'liuke-lock';
/** A name is met again and again, and on JD it is the key, too; a longer text is met once. */
const REMEMBERED = 40_000;
const REMEMBERED_CHARS = 400;

/** Before a text that stands for a name in the index of names. */
const LOOK_UP = '\u0001lkm';

/** What does the sealing is loaded when there is a lock. */
type Tools = typeof sealText;

interface Keys {
  tools: Tools;
  marking: ReturnType<Tools['markingWith']>;
  /** Null where nothing is written. */
  writing: TextKey | null;
  /** By the id in the sealed texts; none while it is locked. */
  opening: ReadonlyMap<string, Uint8Array>;
}

export class Seal {
  /** Another one whenever the lock was opened, closed, set or removed. */
  opening: object = {};
  private lock: Lock | null = null;
  private keys: Keys | null = null;
  private opened = new Map<string, string>();
  private sealed = new Map<string, string>();
  /** Texts that a page or file just showed, by their marks. */
  private shown = new Map<string, string>();
  private readonly listeners: (() => void)[] = [];

  /** Null for no lock. */
  get record(): Lock | null {
    return this.lock;
  }

  /** Names and notes that are sealed cannot be read. */
  get isLocked(): boolean {
    return this.lock !== null && !this.keys?.opening.has(OWN_ID);
  }

  /** What is sealed is given up: it is not written again. */
  get isDropping(): boolean {
    return this.lock?.state === 'dropping';
  }

  /** What is written is to be sealed. */
  private get isSealing(): boolean {
    return this.lock?.state === 'on' || this.lock?.state === 'sealing';
  }

  /** Takes the lock as it is now. */
  async take(lock: Lock | null, session: LockSession | null): Promise<void> {
    const keys = lock && (await keysOf(lock, session));
    this.lock = lock;
    this.keys = keys;
    this.opening = {};
    this.opened = new Map();
    this.sealed = new Map();
    this.shown = new Map();
    for (const tell of this.listeners) tell();
  }

  /** Calls back whenever the lock was taken anew, whoever opened or closed it: what is kept in memory of names stands for nothing. */
  whenTaken(tell: () => void): void {
    this.listeners.push(tell);
  }

  /**
   * A page or file shows these texts: sealed ones that are the same are known again though it is locked, until it is locked or unlocked the
   * next time or many others were shown.
   */
  remember(texts: Iterable<string | null>): void {
    if (!this.keys || !this.isLocked) return;
    if (this.shown.size > REMEMBERED) this.shown.clear();
    for (const text of texts) if (text !== null) this.shown.set(this.keys.tools.markOf(text, this.keys.marking), text);
  }

  /** @throws Error when it is to be sealed and there is no key: nothing is ever written in the clear instead */
  write(text: string): string {
    if (!this.isSealing || isSealed(text) || text === '') return text;
    const known = this.sealed.get(text);
    if (known !== undefined) return known;
    const { tools, writing, marking } = this.keys!;
    if (!writing) throw new Error('expected a key to seal with, found none: only the background writes');
    const sealed = tools.sealText(text, writing, marking);
    remembered(this.sealed, text, sealed);
    return sealed;
  }

  /** A text that cannot be opened stays as it is. */
  read(text: string): string {
    if (!this.keys || !isSealed(text)) return text;
    const known = this.opened.get(text);
    if (known !== undefined) return known;
    const { tools, opening } = this.keys;
    if (this.isLocked) return this.shown.get(markIn(text)) ?? text;
    const key = opening.get(tools.keyIdOf(text));
    const open = key && tools.openText(text, key);
    if (open === null || open === undefined) return text;
    remembered(this.opened, text, open);
    return open;
  }

  /** What stands in the index of names. @param display as it is written, sealed or not */
  lookUpOf(searchName: string, display: unknown): string {
    if (!this.isSealing || searchName.startsWith(LOOK_UP)) return searchName;
    if (typeof display === 'string' && isSealed(display)) return LOOK_UP;
    return this.markedName(searchName);
  }

  /** @param display as it was read, opened or not */
  searchNameOf(stored: string, display: unknown): string {
    const isMade = stored.startsWith(LOOK_UP) || isSealed(stored);
    return isMade && typeof display === 'string' && !isSealed(display) ? display.toLowerCase() : stored;
  }

  /** The values under which a whole name may stand in the index of names. @param searchName lower case */
  lookUpsOf(searchName: string): string[] {
    return this.keys ? [searchName, this.markedName(searchName)] : [searchName];
  }

  private markedName(searchName: string): string {
    const { tools, marking } = this.keys!;
    return LOOK_UP + tools.markOf(searchName, marking);
  }
}

function remembered(known: Map<string, string>, from: string, to: string): void {
  if (from.length > REMEMBERED_CHARS) return;
  if (known.size >= REMEMBERED) known.clear();
  known.set(from, to);
}

async function keysOf(lock: Lock, session: LockSession | null): Promise<Keys> {
  const tools = await import('../lock/seal-text.ts');
  const marking = tools.markingWith(fromHex(lock.markKey));
  const secret = session?.secret ?? null;
  if (secret === null) {
    const fresh = session?.fresh;
    const writing = fresh ? { id: fresh.id, key: fromHex(fresh.key) } : null;
    return { tools, marking, writing, opening: new Map() };
  }
  const own = await ownSecret(secret, PURPOSE);
  const opening = new Map([[OWN_ID, own]]);
  for (const [id, freshKey] of Object.entries(lock.freshKeys))
    opening.set(id, await secretOf(secret, freshKey, PURPOSE));
  return { tools, marking, writing: { id: OWN_ID, key: own }, opening };
}

/** A key for what is sealed while it is locked: of this session of the browser alone, and only the private key makes it again. */
export async function freshKeyOf({
  publicKey,
}: Lock): Promise<{ freshKeys: Record<string, string>; session: LockSession }> {
  const { secret, freshKey } = await freshSecretFor(publicKey, PURPOSE);
  // Past the byte that says how the point is written.
  const id = freshKey.slice(2, 10);
  return { freshKeys: { [id]: freshKey }, session: { secret: null, fresh: { id, key: toHex(secret) } } };
}
