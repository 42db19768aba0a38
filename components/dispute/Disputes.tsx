import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { readDisputes, type CustomerDispute } from '../../lib/views/service/disputes.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useOwnName } from '../hooks/useOwnName.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Awaited } from '../ui/Together.tsx';
import { Section } from '../ui/Section.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { DisputeCard } from './DisputeCard.tsx';

/** What this customer disputes and what may be done about it, the one that waits longest first. */
export function Disputes({ customerId }: { customerId: string }) {
  const now = useNow();
  const undoable = useUndoable();
  const [ownName] = useOwnName();
  const disputes = useKeyedQuery(customerId, now, () => readDisputes(database, customerId, now));
  if (!disputes) return <Awaited />;
  if (disputes.length === 0) return null;
  return (
    <Section title={t('disputesTitle')} aside={<UndoNote undoable={undoable} />}>
      <ul>
        {disputes.map((dispute) => (
          <DisputeCard
            key={dispute.id}
            dispute={dispute}
            onOutcome={(stepId, outcome) =>
              undoable.run(async () => {
                const workOrderId = dispute.workOrderId ?? (await openFor(dispute, ownName || null));
                return await toBackground.noteWorkOrder({ kind: 'workOrderOffered', workOrderId, stepId, outcome });
              })
            }
          />
        ))}
      </ul>
    </Section>
  );
}

/** What is agreed is written down in a work order: of a case that has none, one is opened. @returns its id */
async function openFor(dispute: CustomerDispute, owner: string | null): Promise<string> {
  const { shopId, customerId, orderId, caseId, labelId, amountFen } = dispute;
  const workOrderId = crypto.randomUUID();
  const about = { shopId, customerId, orderId, caseId, labelId, amountFen };
  await toBackground.openWorkOrder({
    workOrderId,
    ...about,
    from: 'afterSale',
    owner,
    ownerBy: 'opener',
    startedAt: null,
  });
  return workOrderId;
}
