import { useState } from 'react';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { DAY_MS, formatDay } from '../../lib/model/shanghai-time.ts';
import { readCalendar, readComing, type ComingOccasion } from '../../lib/views/actions/calendar.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { useNow } from '../hooks/useNow.ts';
import { useStillShop } from '../hooks/useStillShop.ts';
import { Badge } from '../ui/Badge.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { occasionText, occasionWhenText } from '../words/occasions.ts';
import styles from './CalendarStrip.module.css';

interface Props {
  /** Null for all shops together. */
  shopId: string | null;
  /** Days to look ahead. */
  days: number;
  isOpen?: boolean;
}

/** What comes within some days; opened, what each asks for and how many customers it is about. */
export function CalendarStrip({ shopId, days, isOpen = false }: Props) {
  const now = useNow();
  const [isOpened, setIsOpened] = useState(isOpen);
  const coming = useKeyedQuery(JSON.stringify(['coming', shopId, days]), now, () =>
    readComing(database, shopId, now, days),
  );
  if (!coming) return null;
  const [next] = coming.occasions;
  const summary = next
    ? t('calendar_next', occasionText(next), occasionWhenText(next, now))
    : t('calendar_nothing', days);
  return (
    <div className={styles.strip}>
      <Disclosure summary={summary} isOpen={isOpen} onOpen={() => setIsOpened(true)}>
        {isOpened && <ComingList shopId={shopId} days={days} now={now} />}
      </Disclosure>
    </div>
  );
}

/** All customers of the shop are counted for it. */
function ComingList({ shopId, days, now }: { shopId: string | null; days: number; now: number }) {
  const calendar = useStillShop(JSON.stringify(['calendar', shopId, days]), now, () =>
    readCalendar(database, shopId, now, days),
  );
  if (!calendar) return <div aria-busy="true" />;
  const { occasions, knownUntilDay } = calendar;
  return (
    <>
      {occasions.length === 0 && <EmptyLine>{t('calendar_nothing', days)}</EmptyLine>}
      <ol className={styles.list}>
        {occasions.map((one) => (
          <ComingRow key={one.occasion.id} coming={one} now={now} />
        ))}
      </ol>
      {knownUntilDay * DAY_MS < now + days * DAY_MS && (
        <p className={styles.note}>{t('calendar_until', formatDay(knownUntilDay))}</p>
      )}
    </>
  );
}

function ComingRow({ coming: { occasion, playbook, customers }, now }: { coming: ComingOccasion; now: number }) {
  return (
    <li className={styles.row}>
      <span className={styles.what}>{occasionText(occasion)}</span>
      <span className={styles.when}>{occasionWhenText(occasion, now)}</span>
      {occasion.certainty !== 'fixed' && (
        <Badge tone="watch" isOutline title={t(`certainty_${occasion.certainty}_why`)}>
          {t(`certainty_${occasion.certainty}`)}
        </Badge>
      )}
      {playbook && (
        <span className={styles.advice}>
          {customers === null
            ? labelText(playbook.label)
            : t('calendar_customers', labelText(playbook.label), customers.toLocaleString('zh-CN'))}
        </span>
      )}
    </li>
  );
}
