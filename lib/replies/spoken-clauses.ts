/** What a buyer said last, in one spelling and cut into clauses, for the cues to be looked up in. */
import { foldText } from '../compliance/fold.ts';
import type { Spelling } from './scene-schema.ts';

export interface SceneMessage {
  from: 'buyer' | 'seller' | 'system';
  text: string;
}

/** More than this says by itself what it is about. */
const MOST_AGAIN_CHARS = 24;

/**
 * The messages after the seller's last one, else the last three of the buyer. Who only asks again (还没收到，帮我查一下) goes on with
 * what they said before the answer.
 * @param again words of who asks again
 */
export function openMessages(messages: readonly SceneMessage[], again: readonly string[]): string[] {
  const lastSeller = messages.findLastIndex((message) => message.from === 'seller');
  const buyerTexts = (from: number, to?: number) =>
    messages.slice(from, to).flatMap((message) => (message.from === 'buyer' ? [message.text] : []));
  const open = buyerTexts(lastSeller + 1);
  if (open.length === 0) return buyerTexts(0).slice(-3);
  const said = open.join(' ');
  const asksAgain = said.length <= MOST_AGAIN_CHARS && again.some((word) => said.includes(word));
  return asksAgain ? [...buyerTexts(0, lastSeller + 1).slice(-1), ...open] : open;
}

/** A placeholder of the page (`[图片]`, `[微笑]`) says nothing. */
const PLACEHOLDER = /\[[^\]]{1,8}\]/g;
/** A space is a pause of a quick typist and parts nothing. */
const CLAUSE_END = /[,，。.!！?？;；~…、\n]+/;
const MAX_CHARS = 2_000;

/** "我的KD咋还没到？tk！" -> ["我的快递怎么还没到", "退款"]. */
export function clausesOf(text: string, respell: (text: string) => string): string[] {
  return foldText(text.slice(0, MAX_CHARS).replace(PLACEHOLDER, ' '))
    .text.split(CLAUSE_END)
    .map((clause) => respell(clause).trim())
    .filter((clause) => clause !== '');
}

/** Puts the usual word in place of how it was written; longer forms first, Latin ones only as words of their own. */
export function respeller(spellings: readonly Spelling[]): (text: string) => string {
  const usual = new Map(
    spellings.flatMap(({ as, written }) => written.map((form) => [form.toLowerCase(), as] as const)),
  );
  const forms = [...usual.keys()].toSorted((a, b) => b.length - a.length);
  const isLatin = (form: string) => /^[a-z0-9 ]+$/.test(form);
  const latin = forms.filter(isLatin).map(literal).join('|');
  const other = forms
    .filter((form) => !isLatin(form))
    .map(literal)
    .join('|');
  const pattern = new RegExp(`(?<![a-z0-9])(?:${latin})(?![a-z0-9])|${other}`, 'g');
  return (text) => text.replace(pattern, (form) => usual.get(form)!);
}

/** A text as a pattern that matches just itself. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
