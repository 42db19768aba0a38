import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { Platform } from '../../lib/model/platform.ts';
import type { LabelOwners } from '../../lib/model/label-owners.ts';
import { MAX_NOTE_CHARS } from '../../lib/model/limits.ts';
import { reasonGroups } from '../../lib/rules/service.ts';
import { ownerByLabel } from '../../lib/service/label-owners.ts';
import { database } from '../hooks/database.ts';
import { useOwnName } from '../hooks/useOwnName.ts';
import type { Undoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { OwnerInput } from './OwnerInput.tsx';
import { ReasonField } from './ReasonField.tsx';
import styles from './service.module.css';

const ORDER_ID = /^\d{1,20}$/;

interface Props {
  shopId: string;
  platform: Platform;
  /** Names that were given before. */
  owners: readonly string[];
  /** Who cares for which label; undefined while it is being read. */
  byLabel: LabelOwners | undefined;
  undoable: Undoable;
  onDone: () => void;
}

/** By hand: an order number where there is one, a reason, whose it is, a word. */
export function NewWorkOrder({ shopId, platform, owners, byLabel, undoable, onDone }: Props) {
  const [orderId, setOrderId] = useState('');
  const [labelId, setLabelId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [ownName] = useOwnName();
  /** As it was typed; null while nobody did, so that the label decides. */
  const [chosen, setChosen] = useState<string | null>(null);
  const routedTo = byLabel ? ownerByLabel([labelId], byLabel, reasonGroups) : null;
  const typedId = orderId.trim();
  const isWrong = typedId !== '' && !ORDER_ID.test(typedId);
  const open = async () => {
    const order = typedId === '' ? undefined : await database.orders.get(`${platform}:${typedId}`);
    const workOrderId = crypto.randomUUID();
    const { eventId } = await toBackground.openWorkOrder({
      workOrderId,
      shopId,
      customerId: order?.customerId ?? null,
      orderId: typedId || null,
      caseId: null,
      from: 'hand',
      labelId,
      owner: (chosen ?? ownName).trim() || null,
      ownerBy: chosen === null ? 'opener' : 'hand',
      amountFen: null,
      startedAt: null,
    });
    if (note.trim() !== '')
      await toBackground.noteWorkOrder({ kind: 'workOrderNoted', workOrderId, text: note.trim() });
    return { eventId };
  };
  return (
    <form
      className={styles.tools}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWrong) return;
        undoable.run(open);
        onDone();
      }}
    >
      <TextField
        label={t('wo_orderId')}
        placeholder={t('wo_orderIdHint')}
        inputMode="numeric"
        value={orderId}
        aria-invalid={isWrong}
        onChange={setOrderId}
      />
      <ReasonField none="wo_noReason" value={labelId} onChange={setLabelId} />
      <OwnerInput label={t('wo_owner')} typed={chosen ?? routedTo ?? ownName} owners={owners} onType={setChosen} />
      {chosen === null && routedTo !== null && <p className={styles.aside}>{t('wo_ownerByLabel')}</p>}
      <TextField
        label={t('wo_note')}
        placeholder={t('wo_noteHint')}
        value={note}
        maxLength={MAX_NOTE_CHARS}
        onChange={setNote}
      />
      <div className={styles.line}>
        <Button look="primary" type="submit" disabled={isWrong || (typedId === '' && note.trim() === '')}>
          {t('wo_open')}
        </Button>
        <Button onClick={onDone}>{t('wo_cancel')}</Button>
      </div>
    </form>
  );
}
