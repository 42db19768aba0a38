/** Attributes of a page, each in the way of its kind; null for one that is left out. */
import { redactText, type TextOptions } from './redact-text.ts';
import { isLayoutName } from './words.ts';

const LEFT_OUT = /^(?:on|xmlns|nonce$|integrity$|srcdoc$|http-equiv$|charset$|ping$)/;
const ADDRESS =
  /^(?:href|src|action|poster|cite|data|background|formaction|(?:data-)?(?:src|href|url|original)(?:set)?)$/;
const NAME =
  /^(?:id|name|prop|role|type|for|rel|itemprop|property|data-(?:testid|spm|key|field|column|col)|aria-(?:labelledby|controls|describedby))$/;
const MAX_ADDRESS_CHARS = 400;
const PLAIN = /^(?:[a-z]{1,12}|\d{1,3})?$/;
const ENUMERATED =
  /^(?:rowspan|colspan|width|height|tabindex|contenteditable|hidden|disabled|checked|selected|dir|lang|target|aria-(?:selected|hidden|expanded|disabled|checked|current|sort|busy))$/;
/** What of a style says something of a text: that it is crossed out, not to be seen, or on the side of the one who writes. */
const STYLES =
  /text-decoration(?:-line)?\s*:\s*line-through|display\s*:\s*none|visibility\s*:\s*hidden|flex-direction\s*:\s*row-reverse|[a-z-]+\s*:\s*flex-end|text-align\s*:\s*right|float\s*:\s*right/g;

/** @returns the value to write, or null */
export function redactAttribute(name: string, value: string, options: TextOptions): string | null {
  if (name === 'class') return redactClasses(value, options);
  if (name === 'style') return value.match(STYLES)?.join(';') ?? null;
  if (ENUMERATED.test(name)) return PLAIN.test(value) ? value : '';
  if (LEFT_OUT.test(name) || !/^[a-z][a-z-]{0,40}$/.test(name) || !isLayoutName(name)) return null;
  if (ADDRESS.test(name)) return redactAddress(value, options);
  return redactText(value, { ...options, isName: NAME.test(name) });
}

/** Names of classes are layout, hashes and all; long numbers and Chinese words in them are not. */
function redactClasses(value: string, options: TextOptions): string {
  return value.replaceAll(/\d{5,}|[^\x20-\x7e\s]+/g, (part) => redactText(part, options));
}

/** An address with known words alone: hosts, paths and parameters that readers know, ids in disguise. */
export function redactAddress(value: string, options: TextOptions): string {
  const address = value.trim().slice(0, MAX_ADDRESS_CHARS);
  const scheme = /^[a-z][a-z\d+.-]*:/i.exec(address)?.[0].toLowerCase() ?? '';
  if (scheme !== '' && scheme !== 'http:' && scheme !== 'https:') return scheme;
  return scheme + redactText(address.slice(scheme.length), { ...options, isName: true });
}
