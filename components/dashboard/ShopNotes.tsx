import { t } from '../../lib/browser/i18n.ts';
import { MIN_COVERAGE } from '../../lib/insight/coverage.ts';
import type { ShopInsight, ShopWork } from '../../lib/views/shops/insight-view.ts';
import { WarmingUp } from '../health/WarmingUp.tsx';
import { Note } from '../ui/Note.tsx';
import { percentText } from '../words/amounts.ts';
import { MIN_SHARE_OF, countText, wholePercentText } from './numbers.ts';

interface Props {
  insight: ShopInsight | null;
  work: ShopWork;
}

/** What holds for every figure of the page. */
export function ShopNotes({ insight, work }: Props) {
  const coverage = insight?.context.coverage;
  const size = insight?.measures.size ?? 0;
  return (
    <>
      {insight && work.isRebuilding && (
        <Note tone="calm" isLive>
          {t('dashTidying')}
        </Note>
      )}
      {work.isFitting && (
        <Note tone="calm" isLive>
          {t('dashFitting')}
        </Note>
      )}
      {insight && <WarmingUp shopId={insight.context.shopId} />}
      {coverage && size > 0 && coverage.share < MIN_COVERAGE && (
        <Note tone="watch">{t('dashLowCoverage', percentText(coverage.share), wholePercentText(MIN_COVERAGE))}</Note>
      )}
      {insight && size > 0 && size < MIN_SHARE_OF && (
        <Note tone="plain">{t('dashFewCustomers', countText(size), MIN_SHARE_OF)}</Note>
      )}
    </>
  );
}
