/**
 * The data that a page carries in its scripts, with its shape: names of fields and punctuation stay, so that what was cut off or
 * broken stays so. Nothing of it is parsed or run.
 */
import { disguise } from './disguise.ts';
import { redactText, type TextOptions } from './redact-text.ts';
import { isKnownValue, isLayoutName } from './words.ts';

const HOLDS_DATA = /JSON\.parse\(|=\s*[{[]|^\s*[{[]/;
const MAX_CODE_CHARS = 2_000_000;
/** A character written as a code; those that would end a text or a script stay so. */
const CODED = /\\+(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2}))/gi;
/** Parts of code: where quoted data begins, quotes and escapes with their backslashes, and what is between. */
const PART = /(JSON\.parse\(\s*)(['"])|(\\*)"|\\+(?:u[\da-f]{4}|[^"])|(?:(?!JSON\.parse\()[^"\\])+/gis;
const AMOUNT_NAME =
  /fee|price|amount|money|pay|due|receiv|cost|sum|postage|discount|freight|total(?!num|page|item|rec)/i;
/** What such a name ends in when it is of something else: payOrderId, dotSufixMoney. */
const NO_AMOUNT_NAME = /suf+ix|(?:id|no|num|number|count|status|type|time|code|flag)$/i;
/** Names that say nothing of what they hold: the one around them does. */
const NEUTRAL_NAME = /^(?:value|text|content|type|name|data|visible|style|key|list|titleLink)$/;
const NAME_END = /^\\*["']?\s*:/;

/** @returns the code with its data disguised; empty for code without data */
export function redactScript(code: string, pageOptions: TextOptions, wholeOf: WholeOf): string {
  if (!HOLDS_DATA.test(code)) return '';
  const options = { ...pageOptions, isData: true };
  const text = code.slice(0, MAX_CODE_CHARS).replace(CODED, plainChar);
  const parts: string[] = [];
  let isQuoted = false;
  let backslashes = 0;
  let isAmount = false;
  for (const part of text.matchAll(PART)) {
    const [whole, parse, opening, before] = part;
    if (parse !== undefined) {
      backslashes = opening === '"' ? 1 : 0;
      isQuoted = false;
      parts.push(whole);
    } else if (before !== undefined) {
      if (before.length === backslashes) isQuoted = !isQuoted;
      else if (before.length === 0) [isQuoted, backslashes] = [false, 0];
      parts.push(whole);
    } else if (whole.startsWith('\\')) parts.push(safeEscape(whole));
    else {
      const isName = isQuoted
        ? NAME_END.test(text.slice(part.index + whole.length, part.index + whole.length + 12))
        : false;
      if (isName && !NEUTRAL_NAME.test(whole)) isAmount = AMOUNT_NAME.test(whole) && !NO_AMOUNT_NAME.test(whole);
      parts.push(isQuoted ? quoted(whole, isName, isAmount, options) : unquoted(whole, isAmount, options, wholeOf));
    }
  }
  return parts.join('').replaceAll('</', '<\\/').replaceAll('<!', '<\\!');
}

function plainChar(whole: string, point?: string, four?: string, two?: string): string {
  const code = parseInt((point ?? four ?? two)!, 16);
  const char = code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return /[\p{L}\p{N}\p{M}\p{So}]/u.test(char) || (code > 0x7f && code !== 0x2028 && code !== 0x2029) ? char : whole;
}

/** `\n` and the like; a letter that means nothing there may begin a name. */
function safeEscape(escape: string): string {
  return /[A-Za-z]$/.test(escape) && !/[nrtbfvux]$/.test(escape) ? `${escape.slice(0, -1)}n` : escape;
}

function quoted(text: string, isName: boolean, isAmount: boolean, options: TextOptions): string {
  if (isName && isLayoutName(text)) return text;
  if (!isName && isKnownValue(text)) return text;
  const isAddress = /^(?:https?:)?\/\//.test(text);
  return redactText(text, { ...options, isName: isAddress, isAmount: isAmount && !isAddress });
}

/** Finds the whole number that a rounded one stands for: 4502330000000011029 for 4502330000000011000; null where there is none. */
export type WholeOf = (rounded: string) => string | null;

/** Numbers and code. A number that JSON has rounded goes on to be the rounding of its whole one. */
function unquoted(text: string, isAmount: boolean, options: TextOptions, wholeOf: WholeOf): string {
  return text
    .split(/((?<![\w.])\d{16,21}(?![\w.]))/)
    .map((part, index) => {
      const whole = index % 2 === 1 ? wholeOf(part) : null;
      if (whole !== null) return String(Number(disguise(whole, options.secret)));
      return redactText(part, { ...options, isName: true, isAmount });
    })
    .join('');
}
