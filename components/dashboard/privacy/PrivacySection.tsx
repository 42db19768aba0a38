import { t } from '../../../lib/browser/i18n.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { PageAccessList } from '../../access/PageAccessList.tsx';
import { useLock } from '../../hooks/useLock.ts';
import { DashSection } from '../DashSection.tsx';
import { AuditList } from './AuditList.tsx';
import { DeleteData } from './DeleteData.tsx';
import { FindToForget } from './FindToForget.tsx';
import { HeldTable } from './HeldTable.tsx';
import { LockSection } from './LockSection.tsx';
import { NeverHeld } from './NeverHeld.tsx';
import { RetentionTerms } from './RetentionTerms.tsx';

/** What is kept of whom, for how long, and how it goes. */
export function PrivacySection({ shop }: { shop: ShopChoice | undefined }) {
  const isLocked = useLock()?.isLocked ?? false;
  return (
    <>
      <DashSection title={t('accessTitle')} definition={t('accessTitleMeans')}>
        <PageAccessList />
      </DashSection>
      <HeldTable />
      <NeverHeld />
      <RetentionTerms />
      <LockSection />
      {/* Who was found is gone from sight when it is locked. */}
      <FindToForget key={String(isLocked)} />
      <DeleteData shop={shop} />
      <AuditList />
    </>
  );
}
