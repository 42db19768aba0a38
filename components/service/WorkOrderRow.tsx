import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { isOpen } from '../../lib/service/work-order.ts';
import type { Undoable } from '../hooks/useUndoable.ts';
import type { ServiceDesk, WorkOrderView } from '../../lib/views/service/service-desk.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { yuanText } from '../words/amounts.ts';
import { ownerText, reasonText, whoseText } from '../words/service.ts';
import { ClockLine } from './ClockLine.tsx';
import { WorkOrderTools } from './WorkOrderTools.tsx';
import { shownNote } from '../words/shown-name.ts';
import styles from './service.module.css';

interface Props {
  view: WorkOrderView;
  customers: ServiceDesk['customers'];
  /** Names that were given before. */
  owners: readonly string[];
  /** Of the list it stands in, where it is taken back that it left. */
  ofList: Undoable;
  /** Opens the customer's card; null where it is open already, or there is none. */
  onOpen: ((shopId: string, customerId: string) => void) | null;
  /** Within a card the name is said already. */
  isInCard?: boolean;
}

/** One work order: whose, why, how its clocks stand; everything else on demand. */
export function WorkOrderRow({ view, customers, owners, ofList, onOpen, isInCard = false }: Props) {
  const { order, clocks, doubles } = view;
  const [isUnfolded, setUnfolded] = useState(false);
  const { shopId, customerId } = order;
  const name = whoseText(order, customers);
  const stillOpen = isOpen(order);
  return (
    <li className={`${styles.row} ${isInCard ? styles.inCard : ''}`}>
      <div className={styles.first}>
        {!isInCard &&
          (onOpen && customerId !== null ? (
            <button type="button" className={styles.open} onClick={() => onOpen(shopId, customerId)}>
              {name}
            </button>
          ) : (
            <strong className={styles.name}>{name}</strong>
          ))}
        <span>{reasonText(order.labelId)}</span>
        {!stillOpen && <Badge tone="plain">{t('wo_closed')}</Badge>}
        {stillOpen && doubles.length > 0 && <Badge tone="watch">{t('wo_double')}</Badge>}
        <span className={styles.end}>
          <Button look="plain" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            {t(isUnfolded ? 'wo_fold' : 'wo_unfold')}
          </Button>
        </span>
      </div>
      <ClockLine clocks={stillOpen ? clocks : clocks.filter(({ doneAt }) => doneAt !== null)} />
      <p className={styles.aside}>
        {[
          ownerText(order),
          ...(order.amountFen === null ? [] : [yuanText(order.amountFen)]),
          ...(order.orderId === null ? [] : [orderTail(order.orderId)]),
          ...(order.notes.length === 0 ? [] : [shownNote(order.notes.at(-1)!.text)]),
        ].join(' · ')}
      </p>
      {isUnfolded && <WorkOrderTools view={view} owners={owners} ofList={ofList} />}
    </li>
  );
}
