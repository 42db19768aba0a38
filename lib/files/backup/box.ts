/**
 * The box of backups that are made by themselves: to close it takes no passphrase, to open it does. A pair of keys is made once; the
 * public one is kept here, the private one is sealed under the passphrase at once and lies, sealed, in every backup. Each backup makes
 * a fresh pair of its own, and the two pairs agree on the key of its blocks (ECDH P-256, HKDF with SHA-256, AES-256-GCM).
 */
import type { BoxOfBackup } from '../../model/backup-lock.ts';
import { fromHex, toHex } from '../../model/hex.ts';
import { FileError } from '../file-error.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const PURPOSE = new TextEncoder().encode('liuke-backup');
/** Of the one thing that is ever sealed under that key. */
const ONLY_NONCE = new Uint8Array(12);

/** @param key of the passphrase @returns the public key, and the private one sealed; hexadecimal */
export async function newPair(key: CryptoKey): Promise<{ publicKey: string; privateKey: string }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const secret = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: ONLY_NONCE }, key, secret);
  return { publicKey: await hexOf(pair.publicKey), privateKey: toHex(new Uint8Array(sealed)) };
}

/** A key that only the holder of the private key can make again, with what that takes. */
export async function freshKeyFor(publicKey: string): Promise<{ key: CryptoKey; freshKey: string }> {
  const fresh = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const freshKey = await hexOf(fresh.publicKey);
  return { key: await agreed(fresh.privateKey, publicKey, freshKey), freshKey };
}

/** @param key of the passphrase @throws FileError of another passphrase */
export async function keyInBox(key: CryptoKey, { privateKey, freshKey }: BoxOfBackup): Promise<CryptoKey> {
  try {
    const secret = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: ONLY_NONCE }, key, fromHex(privateKey));
    const own = await crypto.subtle.importKey('pkcs8', secret, CURVE, false, ['deriveBits']);
    return await agreed(own, freshKey, freshKey);
  } catch {
    throw new FileError(
      'expected the passphrase of this backup, found another one (or a backup that is damaged at its head)',
      'otherPassphrase',
    );
  }
}

async function agreed(own: CryptoKey, others: string, freshKey: string): Promise<CryptoKey> {
  const other = await crypto.subtle.importKey('raw', fromHex(others), CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  return await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: fromHex(freshKey), info: PURPOSE },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

async function hexOf(publicKey: CryptoKey): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}
