import { labelText, t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { replyTemplates } from '../../lib/rules/replies.ts';
import type { CustomerView } from '../../lib/views/customer-view.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { agoText } from '../words/times.ts';
import styles from './ContactHistory.module.css';

const SHOWN = 5;

/** The last contacts that were prepared here; each can be taken back when nothing was sent after all. */
export function ContactHistory({ contacts }: { contacts: CustomerView['contacts'] }) {
  const now = useNow();
  if (contacts.length === 0) return null;
  return (
    <Section title={t('contactsTitle', contacts.length)}>
      <ul>
        {contacts.slice(0, SHOWN).map((contact) => (
          <li key={contact.eventId} className={styles.contact}>
            <span className={styles.when}>{agoText(contact.at, now)}</span>
            <span className={styles.what}>
              {t(contact.how === 'filled' ? 'contactFilled' : 'contactCopied', templateLabel(contact.templateId))}
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

/** Templates come and go; a contact outlives the one it was made with. */
function templateLabel(templateId: string | null): string {
  const template = replyTemplates.find((candidate) => candidate.id === templateId);
  return template ? labelText(template.label) : t('unnamedText');
}
