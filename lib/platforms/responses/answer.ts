/** The text of an answer -> its data: JSON, or JSONP around it. What a platform answers instead of data is told apart. */
import { fieldsOf, isFields, textIn } from '../reading/fields.ts';

/** `refused`: the platform asks for a login, a token or a proof of being human instead; `noData`: neither that nor JSON. */
export type Answer = { kind: 'data'; value: unknown } | { kind: 'refused' } | { kind: 'noData' };

const CALLBACK = /^(?:\/\*[^*]{0,200}\*\/)?\s{0,20}[\w$.[\]]{1,120}\s{0,20}\(/;

/** @param text as decoded; a mark of byte order before it does not count */
export function answerOf(text: string): Answer {
  const body = text.replace(/^\ufeff/, '').trim();
  if (body.startsWith('<')) return { kind: 'refused' };
  const value = jsonOf(/^[[{]/.test(body) ? body : withoutCallback(body));
  if (value === undefined || value === null || typeof value !== 'object') return { kind: 'noData' };
  return isRefusal(value) ? { kind: 'refused' } : { kind: 'data', value };
}

/** What a call of a function has between its brackets; empty for what is no such call. */
function withoutCallback(text: string): string {
  const start = CALLBACK.exec(text)?.[0].length;
  const end = text.lastIndexOf(')');
  return start === undefined || end < start || !/^\)\s*;?$/.test(text.slice(end)) ? '' : text.slice(start, end);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const REFUSED = /^(RGV587|FAIL_SYS_(USER_VALIDATE|TOKEN|SESSION|ILLEGAL_ACCESS|LOGIN))/;
const REFUSED_URL = /\/punish\b|_____tmd_____|login\.(taobao|tmall)\.com|passport\.(shop\.)?jd\.com/;
/** JD: 1001 not logged in, 312 not signed. */
const REFUSED_CODES = new Set(['1001', '312']);

/** Risk control, a token that ran out, a login that is missing. */
export function isRefusal(value: unknown): boolean {
  if (!isFields(value)) return false;
  if ('rgv587_flag' in value) return true;
  if (retOf(value).some((text) => REFUSED.test(text))) return true;
  if ([value.url, fieldsOf(value.data).url].some((url) => REFUSED_URL.test(textIn(url)))) return true;
  return REFUSED_CODES.has(codeOf(value) ?? '');
}

function retOf({ ret }: { ret?: unknown }): string[] {
  return (Array.isArray(ret) ? ret.slice(0, 5) : [ret]).map(textIn);
}

function codeOf({ code }: { code?: unknown }): string | null {
  return typeof code === 'number' || typeof code === 'string' ? String(code).trim() : null;
}

/** By what an answer says that it did not succeed, such as `code 500` or `FAIL_BIZ_ERROR`; null for one that did, or says nothing. */
export function failureOf(value: unknown): string | null {
  const { success, error, ret } = fieldsOf(value);
  const code = codeOf(fieldsOf(value));
  if (code !== null && !['200', '0', '1', '000000'].includes(code)) return `code ${short(code)}`;
  const [first = ''] = ret === undefined ? [''] : retOf({ ret });
  if (first !== '' && !first.startsWith('SUCCESS')) return short(first);
  if (success === false || success === 'false') return 'no success';
  return typeof error === 'string' && error.trim() !== '' ? 'error' : null;
}

/** The name of a failure and no more: what follows may be a text about somebody. */
function short(name: string): string {
  return name
    .split('::')[0]!
    .replace(/[^\w.-]/g, '')
    .slice(0, 40);
}
