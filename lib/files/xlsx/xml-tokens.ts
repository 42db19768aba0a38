/**
 * XML as workbooks have it, piece by piece: tags and the texts between them, in order. No document is built, nothing outside the text is
 * ever looked up, and what is not whole yet waits for the next piece.
 */
import { FileError } from '../file-error.ts';

export interface XmlHearer {
  /** @param tag all between the brackets: `c r="A1" t="s"` */
  open(name: string, tag: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** No tag, comment or text without a tag is longer. */
const MAX_WAITING_CHARS = 4_000_000;

export class XmlTokens {
  readonly #hearer: XmlHearer;
  #rest = '';

  constructor(hearer: XmlHearer) {
    this.#hearer = hearer;
  }

  /** @throws FileError of a text that never comes to a tag */
  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.#hearer.text(unescaped(text.slice(at, open)));
      at = open;
      const next = this.#tagAt(text, open);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > MAX_WAITING_CHARS)
      throw new FileError('expected a workbook, found a text without an end in it: export it again', 'unreadableBook');
  }

  /** @throws FileError when the last tag is not whole */
  end(): void {
    if (this.#rest.includes('<'))
      throw new FileError('expected a workbook, found one that is cut: export it again', 'unreadableBook');
  }

  /** @returns where what follows begins; -1 when the tag is not whole yet */
  #tagAt(text: string, open: number): number {
    const second = text.charCodeAt(open + 1);
    if (second === BANG) {
      if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
      if (!text.startsWith('<![CDATA[', open)) return open + 9 > text.length ? -1 : after(text, '>', open);
      const end = text.indexOf(']]>', open);
      if (end >= 0) this.#hearer.text(text.slice(open + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    if (second === QUESTION) return after(text, '?>', open);
    const end = tagEnd(text, open);
    if (end < 0) return -1;
    if (second === SLASH) this.#hearer.close(localName(text.slice(open + 2, end)));
    else {
      const isClosed = text.charCodeAt(end - 1) === SLASH;
      const tag = text.slice(open + 1, isClosed ? end - 1 : end);
      const name = localName(tag);
      this.#hearer.open(name, tag);
      if (isClosed) this.#hearer.close(name);
    }
    return end + 1;
  }
}

const SPACE = 32;
const BANG = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const COLON = 58;
const BRACKET = 62;
const QUESTION = 63;

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
}

/** Where the tag ends: a bracket within quotes is none. */
function tagEnd(text: string, open: number): number {
  let quote = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === BRACKET) return at;
    else if (code === DOUBLE || code === SINGLE) quote = code;
  }
  return -1;
}

/** `x:row r="1"` -> `row`. */
function localName(tag: string): string {
  let from = 0;
  let at = 0;
  for (; at < tag.length; at += 1) {
    const code = tag.charCodeAt(at);
    if (code <= SPACE) break;
    if (code === COLON) from = at + 1;
  }
  return tag.slice(from, at);
}

/** What an attribute says, unescaped; null where it is not there. The part of a name before a colon does not count. */
export function attributeOf(tag: string, name: string): string | null {
  const usual = tag.indexOf(` ${name}="`);
  if (usual >= 0) {
    const from = usual + name.length + 3;
    return unescaped(tag.slice(from, tag.indexOf('"', from)));
  }
  if (!tag.includes(name)) return null;
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? unescaped(found[1] ?? found[2]!) : null;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, digits, hex, name: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = digits === undefined ? parseInt(hex as string, 16) : Number(digits);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The parts of a text that a workbook writes as `_x000D_`. */
export function withoutEscapes(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}
