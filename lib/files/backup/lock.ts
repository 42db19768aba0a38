/**
 * The lock of a backup: a key made from a passphrase, and blocks that nobody can read, change or swap without it. PBKDF2 with 600,000
 * rounds of SHA-256 (OWASP's advice of 2023; some tenths of a second for each guess) and AES-256-GCM. A nonce is never used twice under
 * one key: each backup has a salt of its own, and each block its number.
 */
import type { Lock } from '../../model/backup-lock.ts';
import { fromHex, toHex } from '../../model/hex.ts';
import { FileError } from '../file-error.ts';
import { keyInBox } from './box.ts';

const ROUNDS = 600_000;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
export const MIN_PASSPHRASE_CHARS = 8;

/** More rounds a file may not ask for: it would hang for minutes. */
const MAX_ROUNDS = 10_000_000;

/** A lock of a new backup. @param rounds fewer in tests alone */
export function newLock(rounds: number = ROUNDS): Lock {
  const salt = toHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  return { kdf: 'PBKDF2-SHA-256', rounds, salt, cipher: 'AES-256-GCM' };
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
  if (passphrase.normalize('NFKC').length < MIN_PASSPHRASE_CHARS)
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
  const text = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: rounds },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
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
