import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { CustomerView } from '../../lib/views/customer-view.ts';
import { usedTemplateLabel } from '../reply/library-context.ts';
import { useReplyLibrary } from '../hooks/useReplyLibrary.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { agoText } from '../words/times.ts';
import styles from './ContactHistory.module.css';

const SHOWN = 5;

/** The last contacts that were prepared here; each can be taken back when nothing was sent after all. */
export function ContactHistory({ contacts }: { contacts: CustomerView['contacts'] }) {
  const now = useNow();
  const library = useReplyLibrary();
  if (contacts.length === 0) return null;
  return (
    <Section title={t('contactsTitle', contacts.length)}>
      <ul>
        {contacts.slice(0, SHOWN).map((contact) => (
          <li key={contact.eventId} className={styles.contact}>
            <span className={styles.when}>{agoText(contact.at, now)}</span>
            <span className={styles.what}>
              {contact.how === 'noted'
                ? t(contact.channel === 'coupon' ? 'contactNoted_coupon' : 'contactNoted_other')
                : t(
                    contact.how === 'filled' ? 'contactFilled' : 'contactCopied',
                    usedTemplateLabel(library, contact.templateId),
                  )}
            </span>
            <Button look="plain" onClick={() => void toBackground.undoEvent({ eventId: contact.eventId })}>
              {t('undo')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
