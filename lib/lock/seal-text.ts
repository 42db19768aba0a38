/**
 * A text sealed and opened within a transaction of the store, so without waiting: a transaction ends while WebCrypto works. ChaCha20-Poly1305
 * (RFC 8439). The nonce is the text's own mark, an HMAC with SHA-256: one text gives one sealed text under one key, so that it is known as the
 * same again, and two texts never share a nonce.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { isMask, isUid } from '../model/identity.ts';
import { markIn, SEALED, SEALED_HEAD_CHARS, SEALED_MARK_CHARS } from '../model/sealed.ts';

const MARK_BYTES = 12;

/** A key with the id by which sealed texts name it: eight characters. */
export interface TextKey {
  id: string;
  key: Uint8Array;
}

const utf8 = new TextEncoder();
const fromUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Makes marks: by these one text is known as the same again, without being opened. */
export type Marking = (bytes: Uint8Array) => Uint8Array;

export function markingWith(markKey: Uint8Array): Marking {
  // The key is worked in once, which is half of the work.
  const keyed = hmac.create(sha256, markKey);
  return (bytes) => keyed.clone().update(bytes).digest().subarray(0, MARK_BYTES);
}

/** @returns sixteen characters */
export function markOf(text: string, marking: Marking): string {
  return toBase64(marking(utf8.encode(text)));
}

export function sealText(text: string, { id, key }: TextKey, marking: Marking): string {
  const bytes = utf8.encode(text);
  const nonce = marking(bytes);
  const head = `${SEALED}${isMask(text) ? 'm' : isUid(text) ? 'u' : 'n'}${id}:`;
  const box = chacha20poly1305(key, nonce, utf8.encode(head)).encrypt(bytes);
  return `${head}${toBase64(nonce)}${toBase64(box)}`;
}

/** @returns null when it was not sealed with this key, or is damaged */
export function openText(sealed: string, key: Uint8Array): string | null {
  try {
    const head = utf8.encode(sealed.slice(0, SEALED_HEAD_CHARS));
    const nonce = fromBase64(markIn(sealed));
    const box = fromBase64(sealed.slice(SEALED_HEAD_CHARS + SEALED_MARK_CHARS));
    return fromUtf8.decode(chacha20poly1305(key, nonce, head).decrypt(box));
  } catch {
    return null;
  }
}

/** Which key sealed it. */
export function keyIdOf(sealed: string): string {
  return sealed.slice(SEALED.length + 1, SEALED_HEAD_CHARS - 1);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** In a loop: a function called for every byte takes longer than the opening. */
function fromBase64(text: string): Uint8Array {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
