/** A pasted text: what it is, who speaks in it, and whom of them the store knows. */
import type { FromUi, Input } from '../../lib/messaging/protocol.ts';
import type { PasteAnswer, Pasted } from '../../lib/model/pasted.ts';
import type { CustomerIds } from '../../lib/pipeline/customer-id.ts';
import { lookUpPasted, readOwnAccounts, type NamedInPaste } from '../../lib/pipeline/look-up-pasted.ts';
import { shopOf } from '../../lib/platforms/taobao/chat-writers.ts';
import { withSides } from '../../lib/platforms/taobao/pasted/chat-sides.ts';
import { orderNumbersIn, readCopiedText, type CopiedText } from '../../lib/platforms/taobao/pasted/pasted-text.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';

const nobody: NamedInPaste = { nick: null, digits: null, orderIds: [], areOfOneBuyer: false, sellers: null };

/** @param now epoch ms */
export async function readPaste(
  db: LiukeDatabase,
  ids: CustomerIds,
  { text, buyer, ownNames }: Input<FromUi, 'readPaste'>,
  now: number,
): Promise<PasteAnswer> {
  const copied = readCopiedText(text, now);
  const own = copied.kind === 'chat' ? new Set([...(await readOwnAccounts(db)), ...ownNames]) : new Set<string>();
  const { pasted, named } = told(copied, own, buyer);
  return { pasted, ...(await lookUpPasted(db, ids, named)) };
}

function told(
  copied: CopiedText,
  own: ReadonlySet<string>,
  chosen: string | null,
): { pasted: Pasted; named: NamedInPaste } {
  switch (copied.kind) {
    case 'chat': {
      const chat = withSides(copied.copied, own, chosen);
      const sellers = chat.names.filter((name) => name !== chat.buyer).map(shopOf);
      const orderIds = orderNumbersIn(copied.copied);
      return { pasted: { kind: 'chat', chat }, named: { ...nobody, nick: chat.buyer, orderIds, sellers } };
    }
    case 'panel': {
      const { nick, orders } = copied.panel;
      const orderIds = orders.map(({ orderId }) => orderId);
      return { pasted: copied, named: { ...nobody, nick, orderIds, areOfOneBuyer: true } };
    }
    case 'nick':
      return { pasted: copied, named: { ...nobody, nick: copied.nick } };
    case 'number':
      return { pasted: copied, named: { ...nobody, digits: copied.digits } };
    default:
      return { pasted: copied, named: nobody };
  }
}
