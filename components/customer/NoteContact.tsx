import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { Contact } from '../../lib/model/event.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';
import styles from './ContactHistory.module.css';

const channels = ['phone', 'sms'] as const;

/** A call or a text message that went past this panel: it counts among the contacts like any other (CPL-11). */
export function NoteContact({ customerId }: { customerId: string }) {
  const undoable = useUndoable();
  return (
    <div className={styles.elsewhere}>
      <span>{t('contactElsewhere')}</span>
      {channels.map((channel) => (
        <Button
          key={channel}
          look="plain"
          onClick={() => undoable.run(() => toBackground.recordContacts([contactBy(channel, customerId)]))}
        >
          {t(`contactNote_${channel}`)}
        </Button>
      ))}
      <UndoNote undoable={undoable} />
    </div>
  );
}

function contactBy(channel: (typeof channels)[number], customerId: string): Contact {
  return {
    customerId,
    channel,
    how: 'noted',
    templateId: null,
    playbookId: null,
    isOffer: false,
    overrides: null,
  };
}
