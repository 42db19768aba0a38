import type { Numbers } from '../../../lib/actions/playbook-numbers.ts';
import { playbookPast, type PastCase, type PastDay, type PastFare } from '../../../lib/actions/playbook-past.ts';
import { eligibleFor, untellable } from '../../../lib/actions/trials/enrol.ts';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { shareInterval } from '../../../lib/model/share-interval.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import { playbooks } from '../../../lib/rules/playbooks.ts';
import { readPastCases, windowDaysOf } from '../../../lib/views/actions/tried-numbers.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { ownPlaybook } from '../../../lib/views/shops/own-numbers.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useRested } from '../../hooks/useRested.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { percentText } from '../../words/amounts.ts';
import { daysAgoText } from '../../words/times.ts';
import { countText, MIN_SHARE_OF, wordsFor } from '../numbers.ts';
import table from '../table.module.css';
import { useSteps } from '../trials/useSteps.ts';
import { WideTable } from '../WideTable.tsx';
import styles from './Practice.module.css';

interface Props {
  insight: ShopInsight;
  playbookId: string;
  /** As typed; null while they cannot be so. */
  numbers: Numbers | null;
}

/** Whom the numbers would have named on days of the past, by what was known then, and who of them bought: against what ships, and everybody. */
export function PlaybookPast({ insight: { context, measures }, playbookId, numbers }: Props) {
  const rested = useRested(numbers && JSON.stringify(numbers));
  const playbook = playbooks.find(({ id }) => id === playbookId)!;
  const unknown = untellable(eligibleFor(playbook, context.tiers));
  const cases = useKeyedQuery(
    rested === null || unknown.length > 0 ? null : `${context.shopId} ${playbookId} ${rested}`,
    context,
    () => readPastCases(database, context, playbookId, JSON.parse(rested!) as Numbers),
  );
  const windowDays = windowDaysOf(ownPlaybook(playbook, rested === null ? {} : (JSON.parse(rested) as Numbers)));
  return (
    <section className={styles.past} aria-label={t('own_past')}>
      <h3>{t('own_past')}</h3>
      <p className={styles.note}>{t('own_pastMean', windowDays)}</p>
      {unknown.length > 0 ? (
        <EmptyLine>
          {t('own_pastUntellable', unknown.map((metric) => labelText(wordsFor(metric).label)).join(t('enumeration')))}
        </EmptyLine>
      ) : (
        cases && <PastOf {...{ cases, windowDays }} ledgerOf={{ context, measures }} />
      )}
    </section>
  );
}

interface PastOfProps {
  cases: readonly PastCase[];
  windowDays: number;
  ledgerOf: Pick<ShopInsight, 'context' | 'measures'>;
}

function PastOf({ cases, windowDays, ledgerOf: { context, measures } }: PastOfProps) {
  const days = useSteps([measures, cases, windowDays], () => playbookPast(measures.ledger, context, cases, windowDays));
  if (cases.length === 0) return <EmptyLine>{t('own_pastNone')}</EmptyLine>;
  if (!days) return <EmptyLine>{t('own_counting')}</EmptyLine>;
  return <PastTable days={days} asOfDay={context.asOfDay} windowDays={windowDays} />;
}

interface TableProps {
  days: readonly PastDay[];
  asOfDay: number;
  windowDays: number;
}

export function PastTable({ days, asOfDay, windowDays }: TableProps) {
  return (
    <WideTable label={t('own_past')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('own_pastDay')}</th>
            <th scope="col">{t('own_pastTyped')}</th>
            <th scope="col">{t('own_pastShipped')}</th>
            <th scope="col">{t('own_pastEverybody')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, changed, shipped, everybody }) => (
            <tr key={day}>
              <th scope="row" className={table.whole}>
                {daysAgoText(asOfDay - day)}
                <span className={table.detail}>{formatDay(day)}</span>
              </th>
              {[changed, shipped, everybody].map((fare, at) => (
                <td key={['changed', 'shipped', 'everybody'][at]} className={table.whole}>
                  <Fare fare={fare} windowDays={windowDays} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** "128 位", and below it "23.4%（18.0–29.1%）买了"; of too few no share. */
function Fare({ fare: { customers, returned }, windowDays }: { fare: PastFare; windowDays: number }) {
  const [low, high] = customers > 0 ? shareInterval(returned, customers) : [0, 0];
  return (
    <>
      {t('own_pastNamed', countText(customers))}
      <span className={table.detail}>
        {customers < MIN_SHARE_OF
          ? t('own_pastTooFew', countText(returned), windowDays)
          : t('own_pastBought', percentText(returned / customers), percentText(low), percentText(high))}
      </span>
    </>
  );
}
