/**
 * JSON that a page carries in its scripts, as `JSON.parse('…')` or as `name = {…}`. It is taken out of the text of the script;
 * none of the page's code is run.
 */
import { isFields, type Fields } from '../reading/fields.ts';

const START = /JSON\.parse\(\s*(['"])/g;
const MAX_LITERAL_CHARS = 4_000_000;

/** What stands in each `JSON.parse('…')` of the page's scripts that mention `mark`; what is cut off or no JSON is left out. */
export function* parsedLiterals(document: Document, mark: string): Generator {
  for (const code of scriptsWith(document, mark)) {
    for (const start of code.matchAll(START)) {
      const literal = stringLiteralAt(code, start.index + start[0].length, start[1]!);
      const value = literal === null ? undefined : jsonOf(literal);
      if (value !== undefined) yield value;
    }
  }
}

/**
 * The object that a script gives to the variable `name`: `var name = {…}`. Undefined when no script names it so, null when
 * what stands there is cut off or no JSON.
 */
export function assignedObject(document: Document, name: string): Fields | null | undefined {
  const start = new RegExp(`(?<![\\w$.])${name}\\s*=\\s*(?=\\{)`, 'g');
  let found: null | undefined;
  for (const code of scriptsWith(document, name)) {
    start.lastIndex = 0;
    for (let match = start.exec(code); match !== null; match = start.exec(code)) {
      const json = objectAt(code, start.lastIndex);
      const value = json === null ? undefined : jsonOf(json);
      if (isFields(value)) return value;
      found = null;
      // Cut off: nothing that begins further on is whole either.
      if (json === null) break;
      start.lastIndex += json.length;
    }
  }
  return found;
}

/** Every object or list in the page's scripts that mention `mark`: as data alone, in `JSON.parse('…')`, or given to some name. */
export function* inlineValues(document: Document, mark: string): Generator {
  yield* parsedLiterals(document, mark);
  for (const code of scriptsWith(document, mark)) {
    const whole = jsonOf(code);
    if (whole !== undefined) yield whole;
    else yield* assignedValues(code, mark);
  }
}

function* assignedValues(code: string, mark: string): Generator {
  const start = /=\s*(?=[{[])/g;
  let failures = 0;
  while (start.exec(code) !== null && failures < MAX_FAILURES) {
    const json = objectAt(code, start.lastIndex);
    const value = json?.includes(mark) ? jsonOf(json) : undefined;
    if (value !== undefined) yield value;
    // What has no end, or is no JSON, may be code around the data.
    if (value !== undefined || (json !== null && !json.includes(mark))) start.lastIndex += json!.length;
    else failures += 1;
  }
}

const MAX_FAILURES = 30;
function scriptsWith(document: Document, mark: string): string[] {
  return [...document.querySelectorAll('script:not([src])')]
    .map((script) => script.textContent ?? '')
    .filter((code) => code.includes(mark));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text from the brace or bracket at `from` to the one that closes it; those in strings do not count. */
function objectAt(code: string, from: number): string | null {
  const end = Math.min(code.length, from + MAX_LITERAL_CHARS);
  let depth = 0;
  let isInString = false;
  for (let index = from; index < end; index += 1) {
    const char = code[index]!;
    if (isInString) {
      if (char === '\\') index += 1;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return code.slice(from, index + 1);
    }
  }
  return null;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\u2028': '',
  '\u2029': '',
};
const CODE_ESCAPE = /u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})/iy;

/** The value of the JavaScript string literal that begins at `from`, without running any of the page's code; null when it is none or has no end. */
function stringLiteralAt(code: string, from: number, quote: string): string | null {
  const parts: string[] = [];
  let start = from;
  const end = Math.min(code.length, from + MAX_LITERAL_CHARS);
  for (let index = from; index < end; index += 1) {
    const char = code[index]!;
    if (char === quote) return parts.join('') + code.slice(start, index);
    if (char === '\n' || char === '\r') return null;
    if (char !== '\\') continue;
    parts.push(code.slice(start, index));
    index += 1;
    const next = code[index] ?? '';
    if (next === 'u' || next === 'x') {
      CODE_ESCAPE.lastIndex = index;
      const escape = CODE_ESCAPE.exec(code);
      const point = escape ? parseInt((escape[1] ?? escape[2] ?? escape[3])!, 16) : NaN;
      if (!(point <= 0x10ffff)) return null;
      parts.push(String.fromCodePoint(point));
      index += escape![0].length - 1;
    } else if (next === '\r') {
      if (code[index + 1] === '\n') index += 1;
    } else {
      parts.push(escapes[next] ?? next);
    }
    start = index + 1;
  }
  return null;
}
