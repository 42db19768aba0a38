import { useEffect, useId, useRef, useState } from 'react';
import { assignedKeys, type AssignedKey } from '../../lib/browser/commands.ts';
import { t } from '../../lib/browser/i18n.ts';
import { openTour } from '../../lib/browser/open-tour.ts';
import { Button } from '../ui/Button.tsx';
import { shortcutsOf, type Screen } from './shortcuts.ts';
import styles from './KeyHelp.module.css';

interface Props {
  screen: Screen;
  onClose: () => void;
}

/** Every key of the screen, and those of the browser as they are set now. The browser's own dialog: Esc closes it. */
export function KeyHelp({ screen, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [assigned, setAssigned] = useState<readonly AssignedKey[]>([]);
  useEffect(() => {
    dialog.current?.showModal();
    void assignedKeys().then(setAssigned);
  }, []);
  return (
    <dialog ref={dialog} className={styles.help} aria-labelledby={titleId} onClose={onClose}>
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {t('keys_title')}
        </h2>
        <Button look="plain" onClick={() => dialog.current?.close()}>
          {t('keys_close')}
        </Button>
      </header>
      <dl className={styles.keys}>
        {shortcutsOf(screen).map(({ id, shown }) => (
          <KeyLine key={id} keys={shown} does={t(`keys_${id}`)} />
        ))}
      </dl>
      <h3 className={styles.title}>{t('keys_everywhere')}</h3>
      <dl className={styles.keys}>
        {assigned
          .map((one) => ({ ...one, does: one.description || ownWordOf(one.command) }))
          .filter(({ does }) => does !== '')
          .map(({ command, keys, does }) => (
            <KeyLine key={command} keys={keys || t('keys_unset')} does={does} />
          ))}
      </dl>
      <p className={styles.note}>{t('keys_note')}</p>
      <Button look="plain" onClick={() => void openTour()}>
        {t('tourStart')}
      </Button>
    </dialog>
  );
}

/** Of what the browser does itself it gives no description. */
function ownWordOf(command: string): string {
  if (command === '_execute_action') return t('command_popup');
  return command === '_execute_sidebar_action' ? t('command_panel') : '';
}

function KeyLine({ keys, does }: { keys: string; does: string }) {
  return (
    <div className={styles.line}>
      <dt>
        <kbd className={styles.key}>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
