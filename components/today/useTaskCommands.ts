import { toBackground } from '../../lib/browser/send.ts';
import type { DeclineReason } from '../../lib/model/decline-reason.ts';
import type { Task } from '../../lib/views/actions/day-list.ts';
import { useUndoable, type Undoable } from '../hooks/useUndoable.ts';
import { notedNow } from './noted-now.ts';
import { putOffNow } from './put-off.ts';

/** What can become of customers on the list; the last command can be taken back as a whole. */
export function useTaskCommands(): {
  undoable: Undoable;
  /** The person did it: sent the coupon by the platform's tool, or wrote or called. */
  note: (tasks: readonly Task[]) => void;
  /** @param reason null for "later" */
  putOff: (tasks: readonly Task[], reason: DeclineReason | null) => void;
} {
  const undoable = useUndoable();
  return {
    undoable,
    note: (tasks) =>
      undoable.run(() =>
        toBackground.recordContacts(tasks.map(({ customer, ...task }) => notedNow(customer.customerId, task))),
      ),
    putOff: (tasks, reason) =>
      undoable.run(() =>
        toBackground.putOffSuggestions(
          tasks.map(({ customer, playbook }) => putOffNow(customer.customerId, playbook.id, reason)),
        ),
      ),
  };
}
