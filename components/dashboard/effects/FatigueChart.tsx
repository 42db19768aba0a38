import type { FatiguePoint } from '../../../lib/actions/effects/fatigue.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { percentText } from '../../words/amounts.ts';
import { countText, wholePercentText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import styles from './Effects.module.css';

const WIDTH = 320;
const HEIGHT = 170;
const LEFT = 34;
const TOP = 12;
const BOTTOM = 34;
/** The table behind it has the numbers. */
const picture = { role: 'img' };

/** What came of the first, second, … time: a point with its interval each, as far as enough are known. */
export function FatigueChart({ points: all }: { points: readonly FatiguePoint[] }) {
  // Of what never came so often there is nothing to see.
  const points = all.slice(0, 1 + all.findLastIndex(({ approaches }) => approaches > 0));
  const most = Math.max(0.05, ...points.map(({ interval }) => interval?.[1] ?? 0));
  const y = (share: number) => HEIGHT - BOTTOM - (share / most) * (HEIGHT - TOP - BOTTOM);
  const x = (at: number) => LEFT + ((at + 0.5) / points.length) * (WIDTH - LEFT);
  const told = points.flatMap(({ interval, followed, approaches }, at) =>
    interval ? [{ at, share: followed / approaches, interval }] : [],
  );
  return (
    <figure className={styles.figure}>
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} {...picture} aria-label={t('fatigueTitle')}>
        {[0, most / 2, most].map((share) => (
          <g key={share}>
            <line className={styles.grid} x1={LEFT} x2={WIDTH} y1={y(share)} y2={y(share)} />
            <text className={styles.label} x={LEFT - 4} y={y(share) + 4} textAnchor="end">
              {wholePercentText(share)}
            </text>
          </g>
        ))}
        <polyline className={styles.curve} points={told.map(({ at, share }) => `${x(at)},${y(share)}`).join(' ')} />
        {told.map(({ at, share, interval: [low, high] }) => (
          <g key={at}>
            <line className={styles.whisker} x1={x(at)} x2={x(at)} y1={y(low)} y2={y(high)} />
            <circle className={styles.point} cx={x(at)} cy={y(share)} r="4">
              <title>{t('shareWithin', percentText(share), percentText(low), percentText(high))}</title>
            </circle>
          </g>
        ))}
        {points.map((point, at) => (
          <g key={point.nth}>
            <text className={styles.label} x={x(at)} y={HEIGHT - 19} textAnchor="middle">
              {nthText(point)}
            </text>
            <text className={styles.label} x={x(at)} y={HEIGHT - 5} textAnchor="middle">
              {t('dashN', countText(point.approaches))}
            </text>
          </g>
        ))}
      </svg>
      <details>
        <summary className={styles.summary}>{t('dashNumbers')}</summary>
        <WideTable label={t('fatigueTitle')}>
          <table className={table.table}>
            <caption className={table.hidden}>{t('fatigueTitle')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fatigueHead_nth')}</th>
                <th scope="col" className={table.number}>
                  {t('fatigueHead_approaches')}
                </th>
                <th scope="col" className={table.number}>
                  {t('fatigueHead_followed')}
                </th>
                <th scope="col">{t('fatigueHead_share')}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.nth}>
                  <th scope="row">{nthText(point)}</th>
                  <td className={table.number}>{countText(point.approaches)}</td>
                  <td className={table.number}>{countText(point.followed)}</td>
                  <td>{rangeText(point)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      </details>
    </figure>
  );
}

function nthText({ nth, isLast }: FatiguePoint): string {
  return t(isLast ? 'fatigueNthOn' : 'fatigueNth', nth);
}

function rangeText({ followed, approaches, interval }: FatiguePoint): string {
  if (!interval) return t('fatigueTooFew');
  const [low, high] = interval;
  return t('shareWithin', percentText(followed / approaches), percentText(low), percentText(high));
}
