import { t } from '../../lib/browser/i18n.ts';
import { formatDay } from '../../lib/model/shanghai-time.ts';
import { useShopCoverage } from '../hooks/useShopCoverage.ts';
import { percentText } from '../words/amounts.ts';
import { adviceText } from '../words/fields.ts';
import styles from './CoverageAdvice.module.css';

/** How much of the shop's orders was seen, and the one or two steps that would add most. */
export function CoverageAdvice({ shopId }: { shopId: string }) {
  const seen = useShopCoverage(shopId);
  if (!seen) return null;
  const { startDay, share } = seen.coverage;
  if (startDay === null) return null;
  return (
    <div>
      <p>{t('coverageSeen', percentText(share), formatDay(startDay), formatDay(seen.asOfDay))}</p>
      {seen.advice.length > 0 && (
        <ul className={styles.advice} aria-label={t('adviceTitle')}>
          {seen.advice.map((advice) => (
            <li key={`${advice.month?.[0]} ${advice.pages?.[0]}`}>{adviceText(advice)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
