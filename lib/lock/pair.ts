/**
 * A pair of keys of which the public half closes and the private half opens. Whoever closes makes a fresh pair; the two pairs agree on a
 * secret (ECDH P-256, HKDF with SHA-256), and the fresh private half is forgotten.
 */
import { fromHex, toHex } from '../model/hex.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SECRET_BITS = 256;

/** Of the one thing that is ever sealed under a key of a passphrase. */
const ONLY_NONCE = new Uint8Array(12);

/** @returns both halves, hexadecimal; the private one as PKCS #8 */
export async function newPair(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const privateKey = toHex(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)));
  return { publicKey: await hexOf(pair.publicKey), privateKey };
}

/** @param key of a passphrase; with another private key it needs another salt */
export async function wrapped(privateKey: string, key: CryptoKey): Promise<string> {
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: ONLY_NONCE }, key, fromHex(privateKey));
  return toHex(new Uint8Array(sealed));
}

/** @returns null when it is the key of another passphrase */
export async function unwrapped(sealed: string, key: CryptoKey): Promise<string | null> {
  try {
    return toHex(
      new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: ONLY_NONCE }, key, fromHex(sealed))),
    );
  } catch {
    return null;
  }
}

/** What a secret is for: two purposes never share one. */
type Purpose = 'liuke-backup' | 'liuke-lock';

/** A secret of 32 bytes that only the holder of the private key can make again, with the public half that this takes. */
export async function freshSecretFor(
  publicKey: string,
  purpose: Purpose,
): Promise<{ secret: Uint8Array<ArrayBuffer>; freshKey: string }> {
  const fresh = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const freshKey = await hexOf(fresh.publicKey);
  return { secret: await agreed(fresh.privateKey, publicKey, { salt: freshKey, purpose }), freshKey };
}

/** The same secret, made with the private key. */
export async function secretOf(
  privateKey: string,
  freshKey: string,
  purpose: Purpose,
): Promise<Uint8Array<ArrayBuffer>> {
  const own = await crypto.subtle.importKey('pkcs8', fromHex(privateKey), CURVE, false, ['deriveBits']);
  return await agreed(own, freshKey, { salt: freshKey, purpose });
}

/** A secret of the private key alone. */
export async function ownSecret(privateKey: string, purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> {
  return await derived(fromHex(privateKey), { salt: '', purpose });
}

async function agreed(
  own: CryptoKey,
  others: string,
  how: { salt: string; purpose: Purpose },
): Promise<Uint8Array<ArrayBuffer>> {
  const other = await crypto.subtle.importKey('raw', fromHex(others), CURVE, false, []);
  return await derived(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, SECRET_BITS), how);
}

async function derived(
  from: BufferSource,
  { salt, purpose }: { salt: string; purpose: Purpose },
): Promise<Uint8Array<ArrayBuffer>> {
  const secret = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(purpose);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, secret, SECRET_BITS));
}

async function hexOf(publicKey: CryptoKey): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));
}
