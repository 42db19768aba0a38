import { useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { PersonSearch } from '../lookup/PersonSearch.tsx';
import styles from './PanelSearch.module.css';

interface Props {
  /** What it begins with. */
  text: string;
  onOpen: (shopId: string, customerId: string) => void;
  onLeave: () => void;
}

const focusOnce = (input: HTMLInputElement | null) => input?.focus();

/** Looking somebody up without leaving the panel, on whatever page one is. The focus goes back to where it was. */
export function PanelSearch({ text, onOpen, onLeave }: Props) {
  const [before] = useState(() => document.activeElement);
  const giveBack = () => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  return (
    <div className={styles.search}>
      <PersonSearch
        field={focusOnce}
        begin={text}
        label={t('panelSearch')}
        hint={t('panelSearchHint')}
        onOpen={({ customer }) => {
          giveBack();
          onOpen(customer.shopId, customer.customerId);
        }}
        onLeave={() => {
          giveBack();
          onLeave();
        }}
      />
    </div>
  );
}
