import type { ShopChoice, ShopInsight } from '../../lib/views/shops/insight-view.ts';
import { Overview } from './overview/Overview.tsx';
import type { SectionId, WholeSectionId } from './sections.ts';
import { later } from '../ui/later.ts';
import { useSettingsDraft } from './tiers/useSettingsDraft.ts';

const Backtest = later(async () => (await import('./backtest/Backtest.tsx')).Backtest);
const Cycles = later(async () => (await import('./cycles/Cycles.tsx')).Cycles);
const Migration = later(async () => (await import('./migration/Migration.tsx')).Migration);
const RfmSection = later(async () => (await import('./rfm/RfmSection.tsx')).RfmSection);
const Retention = later(async () => (await import('./retention/Retention.tsx')).Retention);
const MonthReport = later(async () => (await import('./report/MonthReport.tsx')).MonthReport);
const Attribution = later(async () => (await import('./attribution/Attribution.tsx')).Attribution);
const Practice = later(async () => (await import('./practice/Practice.tsx')).Practice);
const Segments = later(async () => (await import('./segments/Segments.tsx')).Segments);
const Offers = later(async () => (await import('./offers/Offers.tsx')).Offers);
const TierSettings = later(async () => (await import('./tiers/TierSettings.tsx')).TierSettings);
const Trials = later(async () => (await import('./trials/Trials.tsx')).Trials);

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
    case 'attribution':
      return <Attribution insight={insight} />;
    case 'report':
      return <MonthReport shop={shop} insight={insight} />;
    case 'rfm':
      return <RfmSection insight={insight} />;
    case 'retention':
      return <Retention insight={insight} />;
    case 'tiers':
      return <TierSettings insight={insight} settings={settings} />;
    case 'migration':
      return <Migration insight={insight} />;
    case 'segments':
      return <Segments shop={shop} insight={insight} />;
    case 'practice':
      return <Practice shop={shop} insight={insight} />;
    case 'cycles':
      return <Cycles insight={insight} />;
    case 'offers':
      return <Offers insight={insight} />;
    case 'trials':
      return <Trials insight={insight} />;
    default:
      return <Backtest insight={insight} isFitting={isFitting} />;
  }
}
