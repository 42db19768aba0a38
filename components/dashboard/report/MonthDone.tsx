import { t } from '../../../lib/browser/i18n.ts';
import { firstDayOf } from '../../../lib/insight/retention/cohorts.ts';
import { startOfDay } from '../../../lib/model/shanghai-time.ts';
import { readMonthDeeds, type MonthDeeds } from '../../../lib/views/actions/month-deeds.ts';
import { readMonthPromises } from '../../../lib/views/service/month-promises.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';

/** What was done for customers in the month, in a sentence or two. */
export function MonthDone({ shopId, month }: { shopId: string; month: number }) {
  const deeds = useKeyedQuery(`${shopId} ${month}`, 0, () =>
    readMonthDeeds(database, shopId, startOfDay(firstDayOf(month)), startOfDay(firstDayOf(month + 1))),
  );
  const promises = useKeyedQuery(`promises ${shopId} ${month}`, 0, () =>
    readMonthPromises(database, shopId, startOfDay(firstDayOf(month)), startOfDay(firstDayOf(month + 1))),
  );
  return (
    <DashSection title={t('reportDone')} definition={t('reportDoneMeans')}>
      {deeds && <p>{deeds.contacts === 0 ? t('reportDoneNothing') : doneText(deeds)}</p>}
      {promises && promises.due > 0 && (
        <p>{t('reportPromises', ...[promises.due, promises.kept, promises.broken, promises.untold].map(countText))}</p>
      )}
    </DashSection>
  );
}

function doneText({ contacts, customers, offers, byChannel }: MonthDeeds): string {
  const channels = (['chat', 'sms', 'phone', 'coupon', 'other'] as const).flatMap((channel) => {
    const count = byChannel[channel];
    return count === undefined ? [] : t('reportChannel', t(`channel_${channel}`), countText(count));
  });
  return t(
    'reportDoneText',
    countText(customers),
    countText(contacts),
    channels.join(t('listSeparator')),
    countText(offers),
  );
}
