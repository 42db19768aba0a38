/**
 * The box of backups that are made by themselves: to close it takes no passphrase, to open it does. A pair of keys is made once; the
 * public one is kept here, the private one is sealed under the passphrase at once and lies, sealed, in every backup. Each backup makes
 * a fresh pair of its own, and the two pairs agree on the key of its blocks (`lib/lock/pair.ts`; AES-256-GCM).
 */
import { freshSecretFor, newPair as pairOfKeys, secretOf, unwrapped, wrapped } from '../../lock/pair.ts';
import type { BoxOfBackup } from '../../model/backup-lock.ts';
import { FileError } from '../file-error.ts';

const PURPOSE = 'liuke-backup';

/** @param key of the passphrase @returns the public key, and the private one sealed; hexadecimal */
export async function newPair(key: CryptoKey): Promise<{ publicKey: string; privateKey: string }> {
  const { publicKey, privateKey } = await pairOfKeys();
  return { publicKey, privateKey: await wrapped(privateKey, key) };
}

/** A key that only the holder of the private key can make again, with what that takes. */
export async function freshKeyFor(publicKey: string): Promise<{ key: CryptoKey; freshKey: string }> {
  const { secret, freshKey } = await freshSecretFor(publicKey, PURPOSE);
  return { key: await blockCipher(secret), freshKey };
}

/** @param key of the passphrase @throws FileError of another passphrase */
export async function keyInBox(key: CryptoKey, { privateKey, freshKey }: BoxOfBackup): Promise<CryptoKey> {
  try {
    return await blockCipher(await secretOf((await unwrapped(privateKey, key))!, freshKey, PURPOSE));
  } catch {
    throw new FileError(
      'expected the passphrase of this backup, found another one (or a backup that is damaged at its head)',
      'otherPassphrase',
    );
  }
}

async function blockCipher(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
