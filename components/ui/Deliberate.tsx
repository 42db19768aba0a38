import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { Button } from './Button.tsx';
import { Note } from './Note.tsx';
import styles from './Deliberate.module.css';

interface Props {
  /** On the button that only asks. */
  start: string;
  look?: 'quiet' | 'plain';
  /** What would happen. */
  says: ReactNode;
  /** What the person says they understood. */
  agree: string;
  /** On the button that does it. */
  confirm: string;
  isBusy?: boolean;
  onConfirm: () => void;
}

const focusOnce = (input: HTMLInputElement | null) => input?.focus();

/** What cannot be taken back takes three clicks: ask, understand, do. The focus goes along with them, and back. */
export function Deliberate({ start, look = 'quiet', says, agree, confirm, isBusy = false, onConfirm }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [isAgreed, setIsAgreed] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const close = () => {
    setIsOpen(false);
    setIsAgreed(false);
  };
  if (!isOpen)
    return (
      <div className={styles.step}>
        <Button ref={opener} look={look} onClick={() => setIsOpen(true)}>
          {start}
        </Button>
      </div>
    );
  return (
    <fieldset className={styles.step} aria-label={start}>
      <Note tone="watch" isLive>
        {says}
      </Note>
      <label className={styles.agree}>
        <input
          ref={focusOnce}
          type="checkbox"
          checked={isAgreed}
          onChange={(event) => setIsAgreed(event.target.checked)}
        />
        {agree}
      </label>
      <div className={styles.buttons}>
        <Button look="primary" disabled={!isAgreed || isBusy} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button disabled={isBusy} onClick={close}>
          {t('deliberateNo')}
        </Button>
      </div>
    </fieldset>
  );
}
