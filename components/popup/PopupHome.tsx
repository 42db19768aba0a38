import { t } from '../../lib/browser/i18n.ts';
import type { SavedSegment } from '../../lib/model/event.ts';
import type { DatedTierCounts } from '../hooks/useTierCounts.ts';
import { FirstSteps } from '../panel/FirstSteps.tsx';
import { PinnedSegments, QuickSegments, SavedSegments } from './SegmentLists.tsx';
import type { SegmentFacts } from './segment-facts.ts';
import { TierCountList } from './TierCountList.tsx';
import styles from './PopupHome.module.css';

interface Props {
  shopName: string;
  /** Undefined while they are being counted. */
  tierCounts: DatedTierCounts | undefined;
  saved: readonly SavedSegment[];
  facts: SegmentFacts;
  onRemove: (segment: SavedSegment) => void;
}

/** Before anything is typed: the segments to choose from, and the tiers. */
export function PopupHome({ shopName, tierCounts, saved, facts, onRemove }: Props) {
  if (!tierCounts) return null;
  if (tierCounts.asOf === null && tierCounts.customers === 0) return <FirstSteps />;
  return (
    <div className={styles.home}>
      <p className={styles.head}>
        <span className={styles.shop} title={shopName}>
          {shopName}
        </span>
        <span className={styles.all}>{t('customersInAll', tierCounts.customers.toLocaleString('zh-CN'))}</span>
      </p>
      <PinnedSegments segments={saved} facts={facts} />
      <SavedSegments segments={saved} facts={facts} onRemove={onRemove} />
      <QuickSegments facts={facts} />
      <TierCountList counts={tierCounts} onOpen={facts.onOpen} />
    </div>
  );
}
