import { t } from '../../lib/browser/i18n.ts';
import { isOpen } from '../../lib/service/work-order.ts';
import type { Undoable } from '../hooks/useUndoable.ts';
import { useOwnName } from '../hooks/useOwnName.ts';
import { useServiceDesk } from '../hooks/useServiceDesk.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Awaited } from '../ui/Together.tsx';
import { Section } from '../ui/Section.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { PromiseList } from './PromiseList.tsx';
import { WorkOrderRow } from './WorkOrderRow.tsx';
import { ownersIn } from './owners-in.ts';
import styles from './service.module.css';

interface Props {
  customerId: string;
  undoable: Undoable;
  /** Makes a new one. */
  onOpen: () => void;
}

/** The customer's work orders and what they were promised; a new one is one click. */
export function CustomerOrders({ customerId, undoable, onOpen }: Props) {
  const desk = useServiceDesk({ customerId });
  const [ownName] = useOwnName();
  if (!desk) return <Awaited />;
  const theirs = desk.workOrders.filter(({ order }) => order.customerId === customerId);
  const promises = desk.promises.filter((promise) => promise.customerId === customerId && promise.outcome !== 'kept');
  const closed = theirs.filter(({ order }) => !isOpen(order));
  const rowsOf = (views: typeof theirs) => (
    <ul className={styles.rows}>
      {views.map((view) => (
        <WorkOrderRow
          key={view.order.id}
          view={view}
          customers={desk.customers}
          owners={ownersIn(desk.workOrders, ownName)}
          ofList={undoable}
          onOpen={null}
          isInCard
        />
      ))}
    </ul>
  );
  return (
    <Section
      title={t('wo_title')}
      aside={
        <span className={styles.line}>
          <UndoNote undoable={undoable} />
          <Button title="W" onClick={onOpen}>
            {t('wo_openOne')}
          </Button>
        </span>
      }
    >
      {rowsOf(theirs.filter(({ order }) => isOpen(order)))}
      {promises.length > 0 && <PromiseList promises={promises} customers={null} />}
      {closed.length > 0 && <Disclosure summary={t('wo_closedCount', closed.length)}>{rowsOf(closed)}</Disclosure>}
    </Section>
  );
}
