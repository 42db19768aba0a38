import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { MAX_OWNER_CHARS } from '../../../lib/model/limits.ts';
import { formatDay, dayOf, startOfDay } from '../../../lib/model/shanghai-time.ts';
import type { HotSpot } from '../../../lib/service/attribution.ts';
import { useNow } from '../../hooks/useNow.ts';
import { useOwnName } from '../../hooks/useOwnName.ts';
import type { Undoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { dayNumberOf } from '../../words/times.ts';
import { carrierName } from './carrier-text.ts';
import styles from './Attribution.module.css';

interface Props {
  spot: HotSpot;
  shopId: string;
  change: Undoable;
}

/** Says that the cause of a hot spot was mended: since when, by whom, and for which carrier. */
export function MarkMended({ spot: { article, labelId, carriers }, shopId, change }: Props) {
  const now = useNow();
  const [by, setBy] = useOwnName();
  const [day, setDay] = useState('');
  const [carrier, setCarrier] = useState('');
  const today = dayOf(now);
  const since = dayNumberOf(day) ?? today;
  const canMark = by.trim() !== '' && since <= today;
  return (
    <Disclosure summary={t('mend_mark')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!canMark) return;
          change.run(() =>
            toBackground.noteMend({
              mendId: crypto.randomUUID(),
              shopId,
              cause: { article, labelId, carrier: carrier === '' ? null : carrier },
              // Of an earlier day, from its beginning; of today, from now on.
              mendedAt: since === today ? now : startOfDay(since),
              by: by.trim(),
            }),
          );
        }}
      >
        <TextField label={t('mend_who')} value={by} maxLength={MAX_OWNER_CHARS} onChange={setBy} />
        <TextField label={t('mend_since')} type="date" value={day === '' ? formatDay(today) : day} onChange={setDay} />
        {carriers.length > 0 && (
          <SelectField
            label={t('field_carrier')}
            value={carrier}
            options={[
              { value: '', label: t('mend_anyCarrier') },
              ...carriers.map(({ id }) => ({ value: id, label: carrierName(id) })),
            ]}
            onChange={setCarrier}
          />
        )}
        <Button type="submit" disabled={!canMark}>
          {t('mend_do')}
        </Button>
      </form>
    </Disclosure>
  );
}
