/**
 * Bytes of an export -> text, piece by piece. Exports are UTF-8 or GBK and do not say which: the first line is Chinese, so its bytes
 * tell; what is no UTF-8 is read as GB18030, the superset of GBK.
 */
import { FileError } from './file-error.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** So many bytes decide. */
const DECIDING_BYTES = 65_536;

const REPLACED = '\uFFFD';

/**
 * @param chunks the whole file, in pieces of any size
 * @returns the encoding and the text; iterating it throws FileError where the bytes are not of that encoding
 */
export async function decodeText(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ encoding: Encoding; pieces: AsyncIterable<string> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  let isAll = false;
  while (head.length < DECIDING_BYTES && !isAll) {
    const next = await iterator.next();
    if (next.done) isAll = true;
    else head = joined(head, next.value);
  }
  const encoding = isUtf8(head) ? 'utf-8' : 'gb18030';
  async function* pieces(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
    let at = 0;
    const decode = (chunk?: Uint8Array) => {
      at += chunk?.length ?? 0;
      let text = REPLACED;
      try {
        text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      } catch {
        // Said below: a strict decoder tells of damage by throwing.
      }
      if (!text.includes(REPLACED)) return text;
      throw new FileError(
        `expected ${encoding} text to the end, found other bytes before byte ${at}: the file is damaged or cut, export it again`,
        'wrongBytes',
        at,
      );
    };
    yield decode(head);
    while (!isAll) {
      const next = await iterator.next();
      if (next.done) isAll = true;
      else yield decode(next.value);
    }
    yield decode();
  }
  return { encoding, pieces: pieces() };
}

function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
