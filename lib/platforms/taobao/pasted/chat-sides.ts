/** On which side the people of a copied conversation stand. The copy does not say: the shop's own accounts have to be known, or a person says it. */
import type { PastedChat, PastedMessage } from '../../../model/pasted.ts';
import { shopOf, writersOf } from '../chat-writers.ts';
import type { CopiedChat, CopiedMessage } from './copied-chat.ts';

const KEPT_MESSAGES = 50;
const MAX_CHARS = 2000;

/**
 * @param ownNames accounts of the user's shops; their seats (店铺:小林) follow from them
 * @param chosen whom the user says to be the buyer; null for nobody
 */
export function withSides(copied: CopiedChat, ownNames: ReadonlySet<string>, chosen: string | null): PastedChat {
  const { messages } = copied;
  const written = messages.map(({ name, text }) => ({ name, text, isOnSellersSide: ownNames.has(shopOf(name)) }));
  const { customer, from } = writersOf(written, { nick: chosen, isListed: false });
  const told = messages.map((message, index) => withSide(message, from(written[index]!)));
  return {
    messages: told.slice(-KEPT_MESSAGES),
    total: messages.length,
    names: namesByLikelihood(messages.filter((_, index) => told[index]!.from !== 'system')),
    buyer: customer,
    leftOutLines: copied.leftOutLines,
  };
}

function withSide({ name, text, at }: CopiedMessage, from: PastedMessage['from']): PastedMessage {
  return { name, from, text: text.slice(0, MAX_CHARS), ...(at === null ? {} : { at }) };
}

/** Below what the buyer wrote no mark says whether it was read. That alone is no proof: it puts them in order. */
function namesByLikelihood(messages: readonly CopiedMessage[]): string[] {
  const marked = new Set(messages.flatMap(({ name, hasReadMark }) => (hasReadMark ? [name] : [])));
  const names = [...new Set(messages.map(({ name }) => name))];
  return names.toSorted((a, b) => Number(marked.has(a)) - Number(marked.has(b)));
}
