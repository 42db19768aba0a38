import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { isOpen, type WorkOrder } from '../../lib/service/work-order.ts';
import { pressingOrders, type ServiceDesk, type WorkOrderView } from '../../lib/views/service/service-desk.ts';
import { useLabelOwners } from '../hooks/useLabelOwners.ts';
import { useNow } from '../hooks/useNow.ts';
import { useOwnName } from '../hooks/useOwnName.ts';
import { useServiceDesk } from '../hooks/useServiceDesk.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { InPortions } from '../ui/InPortions.tsx';
import { TextField } from '../ui/TextField.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { NewWorkOrder } from './NewWorkOrder.tsx';
import { MendList } from './MendList.tsx';
import { PayoutList } from './PayoutList.tsx';
import { PromiseList } from './PromiseList.tsx';
import { ReasonField } from './ReasonField.tsx';
import { WaitList } from './WaitList.tsx';
import { WorkOrderRow } from './WorkOrderRow.tsx';
import { ownersIn } from './owners-in.ts';
import styles from './service.module.css';

const filters = ['open', 'pressing', 'mine', 'closed'] as const;
type Filter = (typeof filters)[number];

interface Props {
  /** Whose work orders; null for those of all shops. */
  shop: { shopId: string; platform: Platform } | null;
  onOpen: ((shopId: string, customerId: string) => void) | null;
}

/** The room of the work orders: who waits, what was promised, and every work order by what one looks for. */
export function WorkOrderRoom({ shop, onOpen }: Props) {
  const now = useNow();
  const [filter, setFilter] = useState<Filter>('open');
  const [labelId, setLabelId] = useState<string | null>(null);
  const [sought, setSought] = useState('');
  const [isNew, setNew] = useState(false);
  const [ownName, setOwnName] = useOwnName();
  const byLabel = useLabelOwners(shop?.shopId ?? null);
  const undoable = useUndoable();
  // Those closed long ago are many: they are fetched when somebody looks for them.
  const isSought = filter === 'closed' || sought.trim() !== '';
  const desk = useServiceDesk(isSought ? 'all' : 'inUse');
  if (!desk) return <div aria-busy="true" />;
  const { workOrders, waits, promises, payouts, mends, customers } = ofShop(desk, shop?.shopId ?? null);
  // What came again is counted with the causes; here is who waits for a word.
  const untold = mends.filter(({ toTell }) => toTell.length > 0);
  const pressing = new Set(pressingOrders({ ...desk, workOrders, promises }, now));
  const passes: Record<Filter, (view: WorkOrderView) => boolean> = {
    open: ({ order }) => isOpen(order),
    pressing: (view) => pressing.has(view),
    mine: ({ order }) => isOpen(order) && ownName !== '' && order.owner === ownName,
    closed: ({ order }) => !isOpen(order),
  };
  const listed = workOrders.filter(
    (view) =>
      passes[filter](view) &&
      (labelId === null || view.order.labelId === labelId) &&
      hasWords(view.order, sought, customers),
  );
  const shelved = shop ? (desk.shelved[shop.shopId] ?? 0) : Object.values(desk.shelved).reduce((a, b) => a + b, 0);
  const countOf = (value: Filter) => workOrders.filter(passes[value]).length + (value === 'closed' ? shelved : 0);
  // Whoever looks for something sees what was found, and nothing above it.
  const isNarrowed = labelId !== null || sought.trim() !== '';
  const isWhole = filter === 'open' && !isNarrowed;
  const owners = ownersIn(workOrders, ownName, byLabel);
  return (
    <section aria-label={t('wo_room')}>
      <header className={styles.head}>
        <div className={styles.line}>
          <Choices
            label={t('wo_filter')}
            value={filter}
            options={filters.map((value) => ({
              value,
              label: t(`wo_filter_${value}`, countOf(value)),
            }))}
            onChange={setFilter}
          />
          {shop && !isNew && <Button onClick={() => setNew(true)}>{t('wo_new')}</Button>}
        </div>
        <ReasonField none="wo_anyReason" value={labelId} onChange={setLabelId} />
        <TextField label={t('wo_find')} placeholder={t('wo_findHint')} value={sought} onChange={setSought} />
        {filter === 'mine' && (
          <TextField label={t('wo_ownName')} value={ownName} maxLength={20} onChange={setOwnName} />
        )}
        {shop && isNew && (
          <NewWorkOrder {...shop} owners={owners} byLabel={byLabel} undoable={undoable} onDone={() => setNew(false)} />
        )}
      </header>
      {waits.length > 0 && isWhole && (
        <>
          <h2 className={styles.title}>{t('wait_title', waits.length)}</h2>
          <InPortions rows={waits}>
            {(shown) => <WaitList waits={shown} customers={customers} onOpen={onOpen} />}
          </InPortions>
        </>
      )}
      {promises.length > 0 && isWhole && (
        <>
          <h2 className={styles.title}>{t('promise_title', promises.length)}</h2>
          <InPortions rows={promises}>{(shown) => <PromiseList promises={shown} customers={customers} />}</InPortions>
        </>
      )}
      {payouts.length > 0 && isWhole && (
        <>
          <h2 className={styles.title}>{t('payout_title', payouts.length)}</h2>
          <PayoutList payouts={payouts} customers={customers} />
        </>
      )}
      {untold.length > 0 && isWhole && (
        <>
          <h2 className={styles.title}>{t('mend_title', untold.length)}</h2>
          <MendList mends={untold} customers={customers} />
        </>
      )}
      <div className={styles.titleRow}>
        <h2 className={styles.aside}>{t('wo_listTitle', listed.length)}</h2>
        <UndoNote undoable={undoable} />
      </div>
      {listed.length === 0 && !(isSought && shelved > 0) && (
        <EmptyState title={t(isNarrowed ? 'wo_none_found' : `wo_none_${filter}`)}>
          {workOrders.length === 0 && <p>{t('wo_noneHow')}</p>}
        </EmptyState>
      )}
      {isSought && shelved > 0 && <EmptyLine>{t('wo_reading')}</EmptyLine>}
      <InPortions key={JSON.stringify([filter, labelId, sought])} rows={listed}>
        {(shown) => (
          <ul className={styles.rows}>
            {shown.map((view) => (
              <WorkOrderRow
                key={view.order.id}
                view={view}
                customers={customers}
                owners={owners}
                ofList={undoable}
                onOpen={onOpen}
              />
            ))}
          </ul>
        )}
      </InPortions>
    </section>
  );
}

/** Whether it is whose or what somebody looks for: by name, number of the order, owner or note. */
function hasWords(order: WorkOrder, sought: string, customers: ServiceDesk['customers']): boolean {
  const words = sought.trim().toLowerCase();
  if (words === '') return true;
  const { customerId, orderId, owner, notes } = order;
  const texts = [customers.get(customerId ?? '')?.display, orderId, owner, ...notes.map(({ text }) => text)];
  return texts.some((text) => text?.toLowerCase().includes(words));
}

/** Promises of texts name no shop but a customer: only those are left out who are known to be of another shop. */
function ofShop(desk: ServiceDesk, shopId: string | null): ServiceDesk {
  if (shopId === null) return desk;
  const isOf = (customerId: string | null) =>
    customerId === null || (desk.customers.get(customerId)?.shopId ?? shopId) === shopId;
  return {
    ...desk,
    workOrders: desk.workOrders.filter(({ order }) => order.shopId === shopId),
    waits: desk.waits.filter(({ wait }) => wait.shopId === shopId),
    mends: desk.mends.filter((mend) => mend.shopId === shopId),
    payouts: desk.payouts.filter(({ referral }) => referral.shopId === shopId),
    promises: desk.promises.filter(({ customerId }) => isOf(customerId)),
  };
}
