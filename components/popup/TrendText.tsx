import { t } from '../../lib/browser/i18n.ts';
import { TREND_DAYS, type SegmentTrend } from '../../lib/views/segments/segment-trends.ts';
import styles from './SegmentLists.module.css';

/** "▲6", with what it means for who asks; nothing where it is not known or nothing moved. Direction is the sign's, never a colour's. */
export function TrendText({ trend }: { trend: SegmentTrend | undefined }) {
  const grewBy = trend?.grewBy ?? 0;
  if (grewBy === 0) return null;
  const said = t(grewBy > 0 ? 'popup_more' : 'popup_fewer', Math.abs(grewBy).toLocaleString('zh-CN'), TREND_DAYS);
  return (
    <span className={styles.trend} title={said}>
      <span aria-hidden>
        {grewBy > 0 ? '▲' : '▼'}
        {Math.abs(grewBy).toLocaleString('zh-CN')}
      </span>
      <span className={styles.said}>{said}</span>
    </span>
  );
}
