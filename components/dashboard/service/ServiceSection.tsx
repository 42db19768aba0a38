import { t } from '../../../lib/browser/i18n.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { WorkOrderRoom } from '../../service/WorkOrderRoom.tsx';
import { DashSection } from '../DashSection.tsx';
import { PlatformKpis } from '../kpi/PlatformKpis.tsx';
import { ClockTable } from './ClockTable.tsx';
import { LabelOwners } from './LabelOwners.tsx';
import { ServiceSettings } from './ServiceSettings.tsx';
import { ShopHours } from './ShopHours.tsx';

/** All work orders in full, and what their clocks run by. */
export function ServiceSection({ shop }: { shop: ShopChoice | null }) {
  return (
    <>
      <DashSection title={t('dash_workOrders')} definition={t('wo_mean')}>
        <WorkOrderRoom shop={shop} onOpen={null} />
      </DashSection>
      {shop && <PlatformKpis shopId={shop.shopId} />}
      <DashSection title={t('clock_title')} definition={t('clock_mean')}>
        <ClockTable shop={shop} />
      </DashSection>
      {shop && (
        <DashSection title={t('hours_title')} definition={t('hours_mean')}>
          <ShopHours shopId={shop.shopId} />
        </DashSection>
      )}
      {shop && (
        <DashSection title={t('labelOwner_title')} definition={t('labelOwner_mean')}>
          <LabelOwners shopId={shop.shopId} />
        </DashSection>
      )}
      {shop && (
        <DashSection title={t('serviceSet_title')} definition={t('serviceSet_mean')}>
          <ServiceSettings shopId={shop.shopId} platform={shop.platform} />
        </DashSection>
      )}
    </>
  );
}
