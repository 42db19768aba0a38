/** What somebody copied out of Qianniu: a nick, an order number or its tail, a conversation, the panel beside it, or a sentence. */
import type { Pasted, PastedPanel } from '../../../model/pasted.ts';
import { clean } from '../../reading/text.ts';
import { plainNick } from '../history-messages.ts';
import { readCopiedChat, type CopiedChat } from './copied-chat.ts';
import { readCopiedPanel } from './copied-panel.ts';
import { isName } from './copied-words.ts';

/** As pasted, before it is told who of a conversation is the buyer. */
export type CopiedText =
  | Exclude<Pasted, { kind: 'chat' | 'panel' }>
  | { kind: 'chat'; copied: CopiedChat }
  | { kind: 'panel'; panel: PastedPanel };

const LABELLED = /^(?:旺旺(?:号|名|昵称)?|买家(?:旺旺|昵称|会员名)?|会员名|昵称|订单(?:号|编号)) ?[:：] ?/;
const NUMBER = /^\d{4,19}$/;
const ORDER_NUMBER = /(?<!\d)\d{16,19}(?!\d)/g;
const MOST_ORDERS = 5;

/** @param now epoch ms: nobody has written anything after it */
export function readCopiedText(text: string, now: number): CopiedText {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029/).map(clean);
  const full = lines.filter((line) => line !== '');
  const [first = '', second] = full;
  if (first === '') return { kind: 'nothing' };
  const copied = readCopiedChat(lines, now);
  const panel = second === undefined ? null : readCopiedPanel(lines);
  // Beside a panel a single time is more likely one of its own ("最近登录 2026-…").
  if (copied && (panel === null || copied.messages.length > 1)) return { kind: 'chat', copied };
  if (panel) return { kind: 'panel', panel };
  return second === undefined ? readOneLine(first) : { kind: 'words', text: full.join('\n') };
}

function readOneLine(line: string): CopiedText {
  const said = line.replace(LABELLED, '');
  if (NUMBER.test(said)) return { kind: 'number', digits: said };
  const nick = plainNick(said);
  return isName(nick) ? { kind: 'nick', nick } : { kind: 'words', text: line };
}

/** Order numbers that the people of a conversation wrote, each once. */
export function orderNumbersIn({ messages }: CopiedChat): string[] {
  const found = new Set<string>();
  for (const { text } of messages) {
    for (const [digits] of text.matchAll(ORDER_NUMBER)) found.add(digits);
    if (found.size >= MOST_ORDERS) break;
  }
  return [...found].slice(0, MOST_ORDERS);
}
