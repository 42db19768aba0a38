import { t } from '../../lib/browser/i18n.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { dayText } from '../words/times.ts';
import { shownNote } from '../words/shown-name.ts';
import styles from './LastRating.module.css';

/** The customer's last review, where it was no good one; what they wrote behind a click. */
export function LastRating({ review }: { review: CustomerView['lastReview'] }) {
  if (!review || review.rating === 'positive') return null;
  const rating = t(`rating_${review.rating}`);
  const summary = review.ratedAt === null ? rating : t('ratingOnDay', rating, dayText(review.ratedAt));
  return (
    <div className={styles.rating}>
      <span className={styles.name}>{t('lastRating')}</span>
      {review.text === '' ? (
        <span className={styles.value}>{summary}</span>
      ) : (
        <Disclosure summary={<span className={styles.value}>{summary}</span>}>
          <p className={styles.text}>{shownNote(review.text)}</p>
        </Disclosure>
      )}
    </div>
  );
}
