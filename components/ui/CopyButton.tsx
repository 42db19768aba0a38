import type { ComponentProps } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useCopy } from '../hooks/useCopy.ts';
import { Button } from './Button.tsx';
import { Spoken } from './Spoken.tsx';
import styles from './CopyButton.module.css';

interface Props extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** What is copied. */
  text: string;
}

/** Copies a text and says in its own place what became of it: as wide as the longest of what it says, so that nothing moves. */
export function CopyButton({ text, children, ...rest }: Props) {
  const { state, copy } = useCopy();
  const outcome = state && t(state === 'copied' ? 'copiedNow' : 'notCopied');
  return (
    <>
      <Button {...rest} onClick={() => void copy(text)}>
        <span className={styles.texts}>
          <span className={state ? styles.kept : ''}>{children}</span>
          <span className={state ? '' : styles.kept} aria-hidden>
            {outcome ?? t('copiedNow')}
          </span>
        </span>
      </Button>
      <Spoken text={outcome ?? ''} />
    </>
  );
}
