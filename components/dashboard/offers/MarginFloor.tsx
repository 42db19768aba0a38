import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { ActionSettings } from '../../../lib/model/action-settings.ts';
import { marginLimits } from '../../../lib/rules/offers.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { NumberField, numberIn } from '../NumberField.tsx';
import styles from './Offers.module.css';

const MIN_PERCENT = -50;
const MAX_PERCENT = 90;

/** How little an offer may leave. */
export function MarginFloor({ shopId, settings }: { shopId: string; settings: ActionSettings }) {
  const [typed, setTyped] = useState<string | null>(null);
  const saved = useUndoable();
  const stands = String(Math.round((settings.marginFloorShare ?? marginLimits.floorShare) * 1000) / 10);
  const percent = typed === null ? null : numberIn(typed, MIN_PERCENT, MAX_PERCENT);
  const isChanged = percent !== null && typed !== stands;
  return (
    <DashSection title={t('marginTitle')} definition={t('marginMean')} aside={<UndoNote undoable={saved} />}>
      <form
        noValidate
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          if (percent === null) return;
          saved.run(() =>
            toBackground.setActionSettings({ shopId, settings: { ...settings, marginFloorShare: percent / 100 } }),
          );
          setTyped(null);
        }}
      >
        <NumberField
          label={t('marginFloor')}
          value={typed ?? stands}
          min={MIN_PERCENT}
          max={MAX_PERCENT}
          onChange={setTyped}
        />
        <Button type="submit" disabled={!isChanged}>
          {t('dashSave')}
        </Button>
      </form>
    </DashSection>
  );
}
