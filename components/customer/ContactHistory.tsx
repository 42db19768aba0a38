import type { ContactOutcome } from '../../lib/actions/contact-outcome.ts';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import { benefits } from '../../lib/rules/playbooks.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { usedTemplateLabel } from '../reply/library-context.ts';
import { useReplyLibrary } from '../hooks/useReplyLibrary.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { agoText } from '../words/times.ts';
import styles from './ContactHistory.module.css';

const SHOWN = 5;

/** The last contacts that were prepared here and what followed; each can be taken back when nothing was sent after all. */
export function ContactHistory({ contacts, outcomeDays }: Pick<CustomerView, 'contacts' | 'outcomeDays'>) {
  const now = useNow();
  const library = useReplyLibrary();
  if (contacts.length === 0) return null;
  return (
    <Section title={t('contactsTitle', contacts.length)}>
      <p className={styles.means}>{t('outcome_means', outcomeDays)}</p>
      <ul>
        {contacts.slice(0, SHOWN).map((contact) => (
          <li key={contact.eventId} className={styles.contact}>
            <span className={styles.when}>{agoText(contact.at, now)}</span>
            <span className={styles.what}>
              {contact.how === 'noted'
                ? (benefitText(contact.benefitId) ??
                  t(`contactNoted_${contact.channel === 'chat' ? 'other' : contact.channel}`))
                : t(
                    contact.how === 'filled' ? 'contactFilled' : 'contactCopied',
                    usedTemplateLabel(library, contact.templateId),
                  )}
            </span>
            <span className={contact.outcome.came === 'bought' ? styles.bought : styles.outcome}>
              {outcomeText(contact.outcome)}
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

/** The right that was given; null for none, and for one that is not known any more. */
function benefitText(benefitId: string | null | undefined): string | null {
  const benefit = benefits.find(({ id }) => id === benefitId);
  return benefit ? t('contactBenefit', labelText(benefit.label)) : null;
}

/** "买了，3 天后", "还没买，看到 12-28", "没有买", "之后的订单没看到". */
function outcomeText(outcome: ContactOutcome): string {
  if (outcome.came === 'bought') return t('outcome_bought', daysLaterText(outcome.daysLater));
  if (outcome.came === 'notYet') return t('outcome_notYet', formatDay(outcome.untilDay).slice(5));
  return t(`outcome_${outcome.came}`);
}

function daysLaterText(days: number): string {
  return days === 0 ? t('outcome_sameDay') : t('outcome_daysLater', days);
}
