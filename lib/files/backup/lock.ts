/**
 * The lock of a backup: a key made from a passphrase, and blocks that nobody can read, change or swap without it (AES-256-GCM). A nonce
 * is never used twice under one key: each backup has a salt of its own, and each block its number.
 */
import type { Lock } from '../../model/backup-lock.ts';
import {
  isLongEnough,
  keyOfPassphrase,
  MIN_PASSPHRASE_CHARS,
  newSalt,
  PASSPHRASE_ROUNDS,
} from '../../lock/passphrase.ts';
import { FileError } from '../file-error.ts';
import { keyInBox } from './box.ts';

const NONCE_BYTES = 12;

/** More rounds a file may not ask for: it would hang for minutes. */
const MAX_ROUNDS = 10_000_000;

/** A lock of a new backup. @param rounds fewer in tests alone */
export function newLock(rounds: number = PASSPHRASE_ROUNDS): Lock {
  return { kdf: 'PBKDF2-SHA-256', rounds, salt: newSalt(), cipher: 'AES-256-GCM' };
}

/** Seals and opens the blocks of one backup. */
export interface BlockKey {
  seal(block: number, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** @returns null when the block is damaged, another one, or locked with another passphrase */
  open(block: number, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null>;
}

/**
 * @param header the backup's first line: every block is bound to it
 * @throws FileError of a passphrase that is too short or another one, or a lock that this version does not know
 */
export async function keyOf(passphrase: string, lock: Lock, header: string): Promise<BlockKey> {
  const key = await passphraseKey(passphrase, lock);
  return blockKey(lock.box ? await keyInBox(key, lock.box) : key, header);
}

/** @throws FileError of a passphrase that is too short, or a lock that this version does not know */
export async function passphraseKey(passphrase: string, { kdf, cipher, rounds, salt, box }: Lock): Promise<CryptoKey> {
  if (!isLongEnough(passphrase))
    throw new FileError(
      `expected a passphrase of ${MIN_PASSPHRASE_CHARS} characters or more`,
      'shortPassphrase',
      MIN_PASSPHRASE_CHARS,
    );
  const isKnown = kdf === 'PBKDF2-SHA-256' && cipher === 'AES-256-GCM' && (!box || box.kind === 'ECDH-P-256');
  if (!isKnown || !(rounds > 0 && rounds <= MAX_ROUNDS))
    throw new FileError(
      'expected a backup with a lock of this version, found another: update the extension, then restore',
      'otherLock',
    );
  return await keyOfPassphrase(passphrase, { salt, rounds });
}

export function blockKey(key: CryptoKey, header: string): BlockKey {
  const additionalData = new TextEncoder().encode(header);
  const cipher = (block: number) => ({ name: 'AES-GCM', iv: nonceOf(block), additionalData });
  return {
    seal: async (block, bytes) => new Uint8Array(await crypto.subtle.encrypt(cipher(block), key, bytes)),
    async open(block, sealed) {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(cipher(block), key, sealed));
      } catch {
        return null;
      }
    },
  };
}

function nonceOf(block: number): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(NONCE_BYTES);
  new DataView(nonce.buffer).setUint32(NONCE_BYTES - 4, block);
  return nonce;
}
