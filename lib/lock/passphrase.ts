/**
 * A key out of a passphrase: PBKDF2 with 600,000 rounds of SHA-256 (OWASP's advice of 2023; some tenths of a second for each guess), for
 * AES-256-GCM.
 */
import { fromHex, toHex } from '../model/hex.ts';

export const PASSPHRASE_ROUNDS = 600_000;
export const MIN_PASSPHRASE_CHARS = 8;
const SALT_BYTES = 16;

/** As it is taken, however an input method composed it. */
export function plainPassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

export function isLongEnough(passphrase: string): boolean {
  return plainPassphrase(passphrase).length >= MIN_PASSPHRASE_CHARS;
}

/** @returns hexadecimal */
export function newSalt(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/** @param made with which salt (hexadecimal) and how many rounds */
export async function keyOfPassphrase(
  passphrase: string,
  { salt, rounds }: { salt: string; rounds: number },
): Promise<CryptoKey> {
  const text = new TextEncoder().encode(plainPassphrase(passphrase));
  const secret = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  return await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: rounds },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
