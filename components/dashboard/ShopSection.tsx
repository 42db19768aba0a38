import type { ShopChoice, ShopInsight } from '../../lib/views/insight-view.ts';
import { Backtest } from './backtest/Backtest.tsx';
import { CycleTable } from './cycles/CycleTable.tsx';
import { Migration } from './migration/Migration.tsx';
import { Overview } from './overview/Overview.tsx';
import type { SectionId, WholeSectionId } from './sections.ts';
import { Segments } from './segments/Segments.tsx';
import { TierSettings } from './tiers/TierSettings.tsx';
import { useSettingsDraft } from './tiers/useSettingsDraft.ts';

interface Props {
  section: Exclude<SectionId, WholeSectionId>;
  shop: ShopChoice;
  insight: ShopInsight;
  isFitting: boolean;
}

/** One part of the page. What was changed and not saved stays while one looks at another part. */
export function ShopSection({ section, shop, insight, isFitting }: Props) {
  const settings = useSettingsDraft(shop.shopId, insight.context.settings);
  switch (section) {
    case 'overview':
      return <Overview insight={insight} />;
    case 'tiers':
      return <TierSettings insight={insight} settings={settings} />;
    case 'migration':
      return <Migration insight={insight} />;
    case 'segments':
      return <Segments shop={shop} insight={insight} />;
    case 'cycles':
      return <CycleTable insight={insight} />;
    default:
      return <Backtest insight={insight} isFitting={isFitting} />;
  }
}
