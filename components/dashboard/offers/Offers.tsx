import { offersToNew } from '../../../lib/actions/fairness.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { fairness } from '../../../lib/rules/offers.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { readActionSettings } from '../../../lib/views/actions/action-settings.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { readOwnNumbers } from '../../../lib/views/shops/number-changes.ts';
import { readActivePlaybooks } from '../../../lib/views/actions/open-playbooks.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { offerText } from '../../words/offers.ts';
import { DashSection } from '../DashSection.tsx';
import { CostSection } from './CostSection.tsx';
import { MarginFloor } from './MarginFloor.tsx';

/** What offers cost and what holds them back. */
export function Offers({ insight }: { insight: ShopInsight }) {
  const { shopId } = insight.context;
  const settings = useKeyedQuery(shopId, 0, () => readActionSettings(database, shopId));
  return (
    <>
      <CostSection shopId={shopId} />
      {settings && <MarginFloor shopId={shopId} settings={settings} />}
      <Fairness shopId={shopId} />
    </>
  );
}

/** What new customers get, by which offers to old ones are measured. */
function Fairness({ shopId }: { shopId: string }) {
  const now = useNow();
  const toNew = useKeyedQuery(shopId, now, async () => {
    const numbers = await readOwnNumbers(database, shopId);
    const [coupons, playbooks] = await Promise.all([
      database.coupons.where('shopId').equals(shopId).toArray(),
      readActivePlaybooks(database, shopId, numbers, dayOf(now), now),
    ]);
    return offersToNew(playbooks, coupons, fairness, now);
  });
  if (!toNew) return null;
  return (
    <DashSection title={t('fairTitle')} definition={t('fairMean')}>
      {toNew.length === 0 ? (
        <EmptyLine>{t('fairNone')}</EmptyLine>
      ) : (
        <p>{[...new Set(toNew.map(offerText))].join(' / ')}</p>
      )}
    </DashSection>
  );
}
