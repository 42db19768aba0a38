/** The lock: what is kept of it in the store, and what in the memory of the browser alone. */

/**
 * `sealing`, `opening`: it was set or removed, and records are still being sealed or opened. `dropping`: the passphrase is lost, and what is
 * sealed is taken out. No record at all: there is no lock.
 */
export type LockState = 'sealing' | 'on' | 'opening' | 'dropping';

export interface Lock {
  state: LockState;
  /** Epoch ms. */
  setAt: number;
  /** With this alone values are sealed while nobody is there to unlock; hexadecimal, like all below. */
  publicKey: string;
  /** The private key, sealed under the passphrase; with its salt and rounds it is anew for each passphrase. */
  privateKey: string;
  salt: string;
  rounds: number;
  /** Makes the marks by which one text is known as the same again. Says nothing of a text to who does not guess it. */
  markKey: string;
  /** The public halves of pairs that sealed something while it was locked, by the id in the sealed texts. */
  freshKeys: Record<string, string>;
  /** Wrong passphrases in a row, and until when none is tried (epoch ms). */
  failed: number;
  waitUntil: number;
  /** Locks by itself after so many minutes without use; null for never. */
  autoLockMinutes: number | null;
}

/** What only lives as long as the browser: the private key while unlocked, else the key of what is sealed meanwhile. */
export interface LockSession {
  /** Hexadecimal; null while it is locked. */
  secret: string | null;
  fresh: { id: string; key: string } | null;
}

/** How long it may lie unused, in minutes. */
export const autoLockChoices = [5, 15, 30, 60, 240] as const;

/** Why a passphrase was not taken: too short, another one, or asked for again too soon. `waitUntil`: epoch ms. */
export type Unlocked =
  | { ok: true }
  | { ok: false; because: 'otherPassphrase' | 'tooSoon'; waitUntil: number }
  | { ok: false; because: 'shortPassphrase' | 'noLock' };
