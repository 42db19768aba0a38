/** The messages of a copied conversation. Who of its people is the buyer is another question: `chat-sides.ts`. */
import { isSaidBySystem, ASIDE, READ_MARK } from './copied-words.ts';
import { messageHeads, type MessageHead } from './message-heads.ts';

export interface CopiedMessage {
  /** Empty for what the program says. */
  name: string;
  text: string;
  at: number | null;
  /** "已读" or "未读" stands below it, as below what the shop itself wrote. */
  hasReadMark: boolean;
}

export interface CopiedChat {
  messages: CopiedMessage[];
  leftOutLines: number;
}

/**
 * @param now epoch ms
 * @returns null for a text in which nobody is said to have written anything
 */
export function readCopiedChat(lines: readonly string[], now: number): CopiedChat | null {
  const heads = messageHeads(lines, now);
  if (heads.length === 0) return null;
  const messages = heads.flatMap((head, index) => {
    const end = heads[index + 1]?.firstLine ?? lines.length;
    return messagesBelow(head, lines.slice(head.line + 1, end));
  });
  return { messages, leftOutLines: lines.slice(0, heads[0]!.firstLine).filter((line) => line !== '').length };
}

/** The message itself, and what the program says after it. */
function messagesBelow({ name, at }: MessageHead, below: readonly string[]): CopiedMessage[] {
  const body = [...below];
  const system: CopiedMessage[] = [];
  let hasReadMark = false;
  for (let last = body.at(-1); last !== undefined; last = body.at(-1)) {
    if (READ_MARK.test(last)) hasReadMark = true;
    else if (isSaidBySystem(last)) system.unshift({ name: '', text: last, at, hasReadMark: false });
    else if (last !== '' && !ASIDE.test(last)) break;
    body.pop();
  }
  return [{ name, text: body.join('\n').trim(), at, hasReadMark }, ...system];
}
