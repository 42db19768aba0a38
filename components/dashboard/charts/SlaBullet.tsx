import { t } from '../../../lib/browser/i18n.ts';
import styles from './SlaBullet.module.css';

interface Props {
  /** Read out; the table behind it has the numbers. */
  title: string;
  /** All of one unit. */
  value: number;
  target: number | null;
  /** Where it will stand at the end of the month, between low and high; null where nobody can say. */
  forecast: { value: number; low: number; high: number } | null;
  /** Whether the value reaches the target; said by a pattern, too. */
  isReached: boolean;
  /** The right end of the axis, and how a value is written there. */
  most: number;
  textOf: (value: number) => string;
}

const WIDTH = 320;
const HEIGHT = 46;
const MARGIN = 4;
const MIDDLE = 16;
const picture = { role: 'img' };

/** A bar of how it stands against a line of what is wanted, with a diamond of how the month will end and how sure that is. */
export function SlaBullet({ title, value, target, forecast, isReached, most, textOf }: Props) {
  const x = (one: number) => MARGIN + (Math.min(Math.max(one, 0), most) / most) * (WIDTH - 2 * MARGIN);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} {...picture} aria-label={title}>
      <rect className={styles.track} x={x(0)} width={x(most) - x(0)} y={MIDDLE - 9} height="18" rx="3" />
      <rect
        className={isReached ? styles.reached : styles.missed}
        x={x(0)}
        width={x(value) - x(0)}
        y={MIDDLE - 5}
        height="10"
      >
        <title>{t('kpi_now', textOf(value))}</title>
      </rect>
      {target !== null && (
        <line className={styles.target} x1={x(target)} x2={x(target)} y1={MIDDLE - 13} y2={MIDDLE + 13}>
          <title>{t('kpi_target', textOf(target))}</title>
        </line>
      )}
      {forecast && (
        <g className={styles.forecast}>
          <line x1={x(forecast.low)} x2={x(forecast.high)} y1={MIDDLE} y2={MIDDLE} />
          <path className={styles.diamond} d={`M ${x(forecast.value)} ${MIDDLE - 6} l 6 6 l -6 6 l -6 -6 Z`}>
            <title>{t('kpi_ends', textOf(forecast.value))}</title>
          </path>
        </g>
      )}
      <text className={styles.label} x={x(0)} y={HEIGHT - 5}>
        {textOf(0)}
      </text>
      <text className={styles.label} x={x(most)} y={HEIGHT - 5} textAnchor="end">
        {textOf(most)}
      </text>
    </svg>
  );
}
