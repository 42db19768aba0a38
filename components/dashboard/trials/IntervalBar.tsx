import type { Interval } from '../../../lib/model/trial.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { differenceText, pointsText } from './trial-words.ts';
import styles from './IntervalBar.module.css';

const WIDTH = 320;
const HEIGHT = 44;
const MIDDLE = 16;
const MARGIN = 26;
/** Read out by its name; the sentence beside it has the numbers. */
const picture = { role: 'img' };

interface Props {
  interval: Interval;
  /** What was hoped for. */
  lift: number;
  /** Nothing is told yet. */
  isOpen: boolean;
}

/** A difference with its interval about nought: grey as long as it tells nothing. */
export function IntervalBar({ interval, lift, isOpen }: Props) {
  const { estimate, low, high } = interval;
  const most = Math.max(Math.abs(low), Math.abs(high), lift) * 1.05;
  const x = (share: number) => MARGIN + ((share + most) / (2 * most)) * (WIDTH - 2 * MARGIN);
  return (
    <svg
      className={`${styles.chart} ${isOpen ? styles.open : ''}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      {...picture}
      aria-label={`${t('trialChart')}: ${differenceText(interval)}`}
    >
      <line className={styles.axis} x1={MARGIN} x2={WIDTH - MARGIN} y1={MIDDLE} y2={MIDDLE} />
      <line className={styles.zero} x1={x(0)} x2={x(0)} y1="4" y2={MIDDLE + 12} />
      <line className={styles.hoped} x1={x(lift)} x2={x(lift)} y1="4" y2={MIDDLE + 12}>
        <title>{t('trialHoped', (lift * 100).toFixed(1))}</title>
      </line>
      <rect className={styles.range} x={x(low)} width={x(high) - x(low)} y={MIDDLE - 4} height="8" rx="4" />
      <circle className={styles.point} cx={x(estimate)} cy={MIDDLE} r="5" />
      <text className={styles.label} x={x(0)} y={HEIGHT - 4} textAnchor="middle">
        0
      </text>
      {x(lift) - x(0) > 44 && (
        <text className={styles.label} x={x(lift)} y={HEIGHT - 4} textAnchor="middle">
          {pointsText(lift)}
        </text>
      )}
    </svg>
  );
}
