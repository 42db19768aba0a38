import { t } from '../../lib/browser/i18n.ts';
import { countFirstOrders, ENOUGH_ORDERS } from '../../lib/views/shops/warming-up.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { Gauge } from '../ui/Gauge.tsx';
import { Note } from '../ui/Note.tsx';

/** How far a shop is that was only just met: facts are shown, thresholds are the shipped ones, scores wait. Nothing once enough was seen. */
export function WarmingUp({ shopId }: { shopId: string | null }) {
  const count = useKeyedQuery(String(shopId), 0, async () => await countFirstOrders(database, shopId));
  if (count === undefined || count === 0 || count >= ENOUGH_ORDERS) return null;
  return (
    <Note tone="plain">
      <p>{t('warmingUp', count, ENOUGH_ORDERS)}</p>
      <Gauge share={count / ENOUGH_ORDERS} tone="calm" marks={[]} />
    </Note>
  );
}
