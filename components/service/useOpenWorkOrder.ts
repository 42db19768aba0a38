import { toBackground } from '../../lib/browser/send.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import type { NewWorkOrder } from '../../lib/model/work-order-event.ts';
import { useOwnName } from '../hooks/useOwnName.ts';
import { useUndoable, type Undoable } from '../hooks/useUndoable.ts';

export interface OpenOrder {
  open: (about: Partial<Pick<NewWorkOrder, 'orderId' | 'caseId' | 'amountFen' | 'from'>>) => void;
  undoable: Undoable;
}

/**
 * A work order for a customer in one click: of an order, of a case, or of what the chat is about, whose reason then stands in it.
 * @param messages of the open chat with this customer; null where there is none
 */
export function useOpenWorkOrder(
  shopId: string,
  customerId: string,
  messages: readonly ChatMessage[] | null,
): OpenOrder {
  const undoable = useUndoable();
  const [ownName] = useOwnName();
  return {
    undoable,
    open: ({ orderId = null, caseId = null, amountFen = null, from }) =>
      undoable.run(async () =>
        toBackground.openWorkOrder({
          workOrderId: crypto.randomUUID(),
          shopId,
          customerId,
          orderId,
          caseId,
          from: from ?? (caseId !== null ? 'afterSale' : orderId !== null ? 'order' : messages ? 'chat' : 'hand'),
          labelId: messages ? await (await import('./reason-heard.ts')).reasonHeard(messages) : null,
          owner: ownName || null,
          ownerBy: 'opener',
          amountFen,
          startedAt: null,
        }),
      ),
  };
}
