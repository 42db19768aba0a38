import { t } from '../../../lib/browser/i18n.ts';
import type { Span } from '../../../lib/insight/coverage.ts';
import { startOfDay } from '../../../lib/model/shanghai-time.ts';
import { readMonthDeeds, type MonthDeeds } from '../../../lib/views/actions/month-deeds.ts';
import { readMonthPromises } from '../../../lib/views/service/month-promises.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { AwaitedLine } from '../../ui/AwaitedLine.tsx';
import { countText } from '../numbers.ts';

interface Props {
  shopId: string;
  /** Shanghai days, both included. */
  days: Span;
}

/** What was done for customers in a month, or a week, in a sentence or two. */
export function DoneText({ shopId, days: [first, last] }: Props) {
  const deeds = useKeyedQuery(`${shopId} ${first} ${last}`, 0, () =>
    readMonthDeeds(database, shopId, startOfDay(first), startOfDay(last + 1)),
  );
  const promises = useKeyedQuery(`promises ${shopId} ${first} ${last}`, 0, () =>
    readMonthPromises(database, shopId, startOfDay(first), startOfDay(last + 1)),
  );
  return (
    <>
      {deeds ? <p>{deeds.contacts === 0 ? t('reportDoneNothing') : doneText(deeds)}</p> : <AwaitedLine />}
      {promises && promises.due > 0 && (
        <p>{t('reportPromises', ...[promises.due, promises.kept, promises.broken, promises.untold].map(countText))}</p>
      )}
    </>
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
