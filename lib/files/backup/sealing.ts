/** How a backup is sealed: under a passphrase that is at hand, or into a box whose passphrase nobody keeps. */
import type { Box, Lock } from '../../model/backup-lock.ts';
import { freshKeyFor, newPair } from './box.ts';
import { blockKey, keyOf, newLock, passphraseKey, type BlockKey } from './lock.ts';

export interface Sealing {
  /** Of the form of the file. */
  version: number;
  lock: Lock;
  /** @param header the backup's first line */
  keyOf(header: string): Promise<BlockKey>;
}

/** @param lock of this backup alone: two under one lock would share their nonces */
export function underPassphrase(passphrase: string, lock: Lock = newLock()): Sealing {
  return { version: 1, lock, keyOf: async (header) => await keyOf(passphrase, lock, header) };
}

/** @throws FileError of a passphrase that is too short */
export async function newBox(passphrase: string, lock: Lock = newLock()): Promise<Box> {
  return { lock, ...(await newPair(await passphraseKey(passphrase, lock))) };
}

export async function intoBox({ publicKey, privateKey, lock }: Box): Promise<Sealing> {
  const { key, freshKey } = await freshKeyFor(publicKey);
  return {
    version: 2,
    lock: { ...lock, box: { kind: 'ECDH-P-256', privateKey, freshKey } },
    keyOf: (header) => Promise.resolve(blockKey(key, header)),
  };
}
