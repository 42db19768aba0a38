import type { ShopChoice } from '../../../lib/views/insight-view.ts';
import { AuditList } from './AuditList.tsx';
import { DeleteData } from './DeleteData.tsx';
import { FindToForget } from './FindToForget.tsx';
import { HeldTable } from './HeldTable.tsx';
import { LockSection } from './LockSection.tsx';
import { NeverHeld } from './NeverHeld.tsx';
import { RetentionTerms } from './RetentionTerms.tsx';

/** What is kept of whom, for how long, and how it goes. */
export function PrivacySection({ shop }: { shop: ShopChoice | undefined }) {
  return (
    <>
      <HeldTable />
      <NeverHeld />
      <RetentionTerms />
      <LockSection />
      <FindToForget />
      <DeleteData shop={shop} />
      <AuditList />
    </>
  );
}
