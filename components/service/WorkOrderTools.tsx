import { useState } from 'react';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { WorkOrderDeed } from '../../lib/model/work-order-event.ts';
import { MAX_NOTE_CHARS } from '../../lib/model/limits.ts';
import { isOpen } from '../../lib/service/work-order.ts';
import { workOrderSteps } from '../../lib/rules/service.ts';
import type { WorkOrderView } from '../../lib/views/service/service-desk.ts';
import { useNow } from '../hooks/useNow.ts';
import { useUndoable, type Undoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Note } from '../ui/Note.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import { minuteText } from '../words/times.ts';
import { AmountField } from './AmountField.tsx';
import { OwnerField } from './OwnerField.tsx';
import { ReasonField } from './ReasonField.tsx';
import { WorkOrderHistory } from './WorkOrderHistory.tsx';
import styles from './service.module.css';

/** Hours until which a step can be promised; 0 for what is done. */
const HOURS = [0, 2, 4, 24, 48];
const HOUR_MS = 3_600_000;

interface Props {
  view: WorkOrderView;
  owners: readonly string[];
  /** Of the list it stands in: what takes it out of there would take its own undo along. */
  ofList: Undoable;
}

/** What can be done with a work order. It is closed only when the customer was told. */
export function WorkOrderTools({ view: { order, doubles }, owners, ofList }: Props) {
  const undoable = useUndoable();
  const [note, setNote] = useState('');
  const [stepId, setStepId] = useState(workOrderSteps[0]!.id);
  const [hours, setHours] = useState(0);
  const now = useNow();
  const workOrderId = order.id;
  const run = (deed: WorkOrderDeed, where = undoable) => where.run(() => toBackground.noteWorkOrder(deed));
  const addNote = () => {
    if (note.trim() !== '') run({ kind: 'workOrderNoted', workOrderId, text: note.trim() });
    setNote('');
  };
  if (!isOpen(order))
    return (
      <div className={styles.tools}>
        <div className={styles.line}>
          <Button onClick={() => run({ kind: 'workOrderReopened', workOrderId }, ofList)}>{t('wo_reopen')}</Button>
        </div>
        <WorkOrderHistory order={order} />
      </div>
    );
  return (
    <div className={styles.tools}>
      {doubles.map(({ workOrder, because }) => (
        <Note key={workOrder.id} tone="watch">
          {t(`wo_double_${because}`, minuteText(workOrder.openedAt, now))}{' '}
          <Button
            look="plain"
            onClick={() => run({ kind: 'workOrderMerged', workOrderId, into: workOrder.id }, ofList)}
          >
            {t('wo_merge')}
          </Button>
        </Note>
      ))}
      <ReasonField
        none="wo_noReason"
        value={order.labelId}
        onChange={(labelId) => labelId !== null && run({ kind: 'workOrderLabelled', workOrderId, labelId })}
      />
      <OwnerField
        key={order.owner}
        value={order.owner}
        isByLabel={order.ownerBy === 'label'}
        owners={owners}
        onSave={(owner) => run({ kind: 'workOrderAssigned', workOrderId, owner })}
      />
      <AmountField
        key={`amount ${order.amountFen}`}
        value={order.amountFen}
        onSave={(amountFen) => run({ kind: 'workOrderPriced', workOrderId, amountFen })}
      />
      <SelectField
        label={t('wo_step')}
        value={stepId}
        options={workOrderSteps.map(({ id, label }) => ({ value: id, label: labelText(label) }))}
        onChange={setStepId}
      />
      <div className={styles.line}>
        <select aria-label={t('wo_stepWhen')} value={hours} onChange={({ target }) => setHours(Number(target.value))}>
          {HOURS.map((each) => (
            <option key={each} value={each}>
              {each === 0 ? t('wo_stepDone') : t('wo_stepIn', each)}
            </option>
          ))}
        </select>
        <Button
          onClick={() => {
            const dueAt = hours === 0 ? null : Date.now() + hours * HOUR_MS;
            run({ kind: 'workOrderStepped', workOrderId, stepId, dueAt });
          }}
        >
          {t(hours === 0 ? 'wo_stepNote' : 'wo_stepPromise')}
        </Button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          addNote();
        }}
      >
        <TextField
          label={t('wo_note')}
          placeholder={t('wo_noteHint')}
          value={note}
          maxLength={MAX_NOTE_CHARS}
          onChange={setNote}
          onBlur={addNote}
        />
      </form>
      <div className={styles.line}>
        <label>
          <input
            type="checkbox"
            checked={order.toldAt !== null}
            disabled={order.toldAt !== null}
            onChange={() => run({ kind: 'workOrderTold', workOrderId })}
          />{' '}
          {t('wo_told')}
        </label>
        <Button
          look="primary"
          disabled={order.toldAt === null}
          title={order.toldAt === null ? t('wo_closeWhy') : undefined}
          onClick={() => run({ kind: 'workOrderClosed', workOrderId }, ofList)}
        >
          {t('wo_close')}
        </Button>
        <UndoNote undoable={undoable} />
      </div>
      <Disclosure summary={t('wo_history')}>
        <WorkOrderHistory order={order} />
      </Disclosure>
    </div>
  );
}
