import { t } from '../../../lib/browser/i18n.ts';
import type { ReliabilityBin } from '../../../lib/insight/churn/evaluation.ts';
import { percentText } from '../../words/amounts.ts';
import styles from './ReliabilityChart.module.css';

const WIDTH = 360;
const HEIGHT = 280;
const LEFT = 42;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 38;
const STEPS = [0, 0.25, 0.5, 0.75, 1];
/** Read out by its name alone; the table beside it has the numbers. */
const picture = { role: 'img' };

/** A dot per tenth of the customers: across what was said, upwards what came. On the line both are the same. */
export function ReliabilityChart({ bins }: { bins: readonly ReliabilityBin[] }) {
  const most = niceTop(Math.max(...bins.flatMap(({ predicted, observed }) => [predicted, observed]), 0.01));
  const x = (share: number) => LEFT + (share / most) * (WIDTH - LEFT - RIGHT);
  const y = (share: number) => HEIGHT - BOTTOM - (share / most) * (HEIGHT - TOP - BOTTOM);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      {...picture}
      aria-label={t('dashReliabilityChart')}
    >
      {STEPS.map((step) => (
        <g key={step} className={styles.grid}>
          <line x1={x(0)} x2={x(most)} y1={y(step * most)} y2={y(step * most)} />
          <line y1={y(0)} y2={y(most)} x1={x(step * most)} x2={x(step * most)} />
          <text x={LEFT - 6} y={y(step * most) + 3} textAnchor="end">
            {axisText(step * most)}
          </text>
          <text x={x(step * most)} y={HEIGHT - BOTTOM + 14} textAnchor="middle">
            {axisText(step * most)}
          </text>
        </g>
      ))}
      <line className={styles.ideal} x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} />
      <polyline
        className={styles.line}
        points={bins.map(({ predicted, observed }) => `${x(predicted)},${y(observed)}`).join(' ')}
      />
      {bins.map(({ predicted, observed }) => (
        <circle key={`${predicted} ${observed}`} className={styles.dot} cx={x(predicted)} cy={y(observed)} r="4">
          <title>{t('dashBinTold', percentText(predicted), percentText(observed))}</title>
        </circle>
      ))}
      <text className={styles.axis} x={x(most)} y={HEIGHT - 6} textAnchor="end">
        {t('dashPredicted')} →
      </text>
      <text className={styles.axis} x={LEFT + 6} y={TOP + 10}>
        ↑ {t('dashObserved')}
      </text>
    </svg>
  );
}

/** The next round share above. */
function niceTop(share: number): number {
  return [0.02, 0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8].find((top) => share <= top) ?? 1;
}

function axisText(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
