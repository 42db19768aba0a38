import { isQuietAt } from '../../lib/actions/guards.ts';
import { t } from '../../lib/browser/i18n.ts';
import { isLate } from '../../lib/service/promises.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { useNow } from '../hooks/useNow.ts';
import { Badge } from '../ui/Badge.tsx';
import { TierBadge } from './TierBadge.tsx';
import { customerName } from '../words/shown-name.ts';
import { minuteText, spanText } from '../words/times.ts';
import styles from './CustomerLine.module.css';

interface Props {
  view: CustomerView;
  /** The name as the page shows it, for a buyer of whom no order was seen. Masked already. */
  pageName: string | null;
}

/** Who this is above the replies, what is open and what was promised, and how often they were turned to; the card in full follows below them. */
export function CustomerLine({ view, pageName }: Props) {
  const now = useNow();
  const [own] = view.tiers;
  const [promise, ...further] = view.openPromises;
  const { made, allowed } = view.contactsOf7Days;
  const { quietFromHour, quietToHour } = view.quietHours;
  const level = view.level?.level;
  return (
    <div className={styles.lines}>
      <p className={styles.line}>
        <strong className={styles.name}>{customerName(view.display, pageName)}</strong>
        {own && <TierBadge match={own} />}
        {level && <Badge tone="plain">{level}</Badge>}
        {view.orders.length > 0 && <span className={styles.soft}>{t('line_orders', view.orders.length)}</span>}
        {view.isUndisturbed && <Badge tone="watch">{t('quiet_switch')}</Badge>}
        {view.notes.tags.map(({ tag }) => (
          <Badge key={tag} tone="calm" isOutline>
            {tag}
          </Badge>
        ))}
        {!own && <span className={styles.soft}>{t(view.orders.length === 0 ? 'noOrdersSeen' : 'noPurchaseSeen')}</span>}
      </p>
      {(view.openCases.length > 0 || promise) && (
        <p className={styles.line}>
          {view.openCases.length > 0 && <Badge tone="risk">{t('line_cases', view.openCases.length)}</Badge>}
          {promise && (
            <span className={isLate(promise, now) ? styles.late : styles.promise}>
              {t('promise_of', t(`promise_${promise.what}`))}{' '}
              {isLate(promise, now)
                ? t('promise_late', spanText(now - promise.dueAt))
                : t('line_until', minuteText(promise.dueAt, now))}
              {further.length > 0 && ` ${t('line_furtherPromises', further.length)}`}
            </span>
          )}
        </p>
      )}
      <p className={styles.line}>
        <span className={made >= allowed ? styles.late : styles.soft}>{t('line_contacts', made, allowed)}</span>
        <span className={styles.soft}>
          {isQuietAt(now, view.quietHours) ? t('line_quietTo', quietToHour) : t('line_quietFrom', quietFromHour)}
        </span>
      </p>
    </div>
  );
}
