import type { ReactNode } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './OwnNumberField.module.css';

interface Props {
  canSave: boolean;
  /** Something is typed that is not saved. */
  isChanged: boolean;
  /** The shop has numbers of its own. */
  hasOwn: boolean;
  onPutAllBack: () => void;
  children?: ReactNode;
}

/** What ends a form of own numbers: saved, or all of them as they ship. */
export function OwnNumbersActions({ canSave, isChanged, hasOwn, onPutAllBack, children }: Props) {
  return (
    <div className={styles.actions}>
      <Button look="primary" type="submit" disabled={!canSave}>
        {t('dashSave')}
      </Button>
      {children}
      <Button look="plain" disabled={!hasOwn && !isChanged} onClick={onPutAllBack}>
        {t('own_putAllBack')}
      </Button>
      {isChanged && <span className={styles.unsaved}>{t('dashUnsaved')}</span>}
    </div>
  );
}
