import { useId, useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { MetricName } from '../../../lib/insight/metrics.ts';
import type { Contact } from '../../../lib/model/event.ts';
import { metricWords } from '../../../lib/rules/metrics.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { readTopCustomers, type ListOrder } from '../../../lib/views/segments/top-customers.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { countText, metricLabel, metricText, wordsFor } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { dayCountText } from '../../words/amounts.ts';
import { numberOf } from './number-of.ts';
import { shownName } from '../../words/shown-name.ts';
import styles from './TopCustomers.module.css';

interface Props {
  insight: ShopInsight;
  /** 1 for every row of the segment. */
  mask: Uint8Array;
  /** How many that are. */
  customers: number;
  /** Who they are, where nothing above says it. */
  whose?: string;
}

const MOST = 50;
const shown: readonly MetricName[] = ['recencyDays', 'purchaseCount', 'averageFen', 'netSpendFen', 'cycleDays'];

/** The first customers of the segment by one of their numbers, with their key numbers; names masked. */
export function TopCustomers({ insight, mask, customers, whose }: Props) {
  const id = useId();
  const [order, setOrder] = useState<ListOrder>({ metric: 'netSpendFen', direction: 'descending' });
  const { metric, direction } = order;
  const key = `${numberOf(mask)} ${numberOf(insight.measures)} ${metric} ${direction}`;
  const fresh = useKeyedQuery(key, 0, async () => ({
    order,
    list: await readTopCustomers(database, insight, mask, order, shown, MOST),
  }));
  const [last, setLast] = useState(fresh);
  // The list before stays until the next is there, so that the page does not jump.
  if (fresh && fresh !== last) setLast(fresh);
  const current = fresh ?? last;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const undoable = useUndoable();
  // Whoever is not on the list any more is not dealt with unseen.
  const chosen = (current?.list ?? []).map(({ customerId }) => customerId).filter((each) => picked.has(each));
  const pick = (ids: readonly string[], isOn: boolean) =>
    setPicked((before) => new Set(isOn ? [...before, ...ids] : [...before].filter((each) => !ids.includes(each))));
  const noteAll = () => {
    undoable.run(() => toBackground.recordContacts(chosen.map(contactWith)));
    setPicked(new Set());
  };
  const columns = [...new Set([...shown, current?.order.metric ?? metric])];
  return (
    <DashSection
      title={t('dashTop', Math.min(MOST, customers))}
      definition={labelText(wordsFor(metric).definition)}
      ground={[...(whose ? [whose] : []), t('dashTopOf', countText(customers))].join(' · ')}
      aside={
        <span className={styles.order}>
          <label htmlFor={id}>{t('dashSortBy')}</label>
          <select
            id={id}
            value={metric}
            onChange={(event) => setOrder({ ...order, metric: event.target.value as MetricName })}
          >
            {metricWords.map(({ name, label }) => (
              <option key={name} value={name}>
                {labelText(label)}
              </option>
            ))}
          </select>
          <Button
            look="plain"
            onClick={() => setOrder({ metric, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
          >
            {t(direction === 'ascending' ? 'dashAscending' : 'dashDescending')}
          </Button>
        </span>
      }
    >
      {current && current.list.length > 0 && (
        <p className={styles.work}>
          <label>
            <input
              type="checkbox"
              checked={current.list.every(({ customerId }) => picked.has(customerId))}
              onChange={({ target }) =>
                pick(
                  current.list.map(({ customerId }) => customerId),
                  target.checked,
                )
              }
            />{' '}
            {chosen.length === 0 ? t('today_all') : t('today_picked', chosen.length)}
          </label>
          {chosen.length > 0 && (
            <Button look="plain" onClick={noteAll}>
              {t('segmentNoteAll')}
            </Button>
          )}
          <UndoNote undoable={undoable} />
        </p>
      )}
      {customers === 0 && <EmptyLine>{t('dashNobodyInIt')}</EmptyLine>}
      {current && current.list.length > 0 && (
        <WideTable label={t('dashTop', current.list.length)}>
          <table className={table.table} aria-busy={!fresh}>
            <caption className={table.hidden}>{t('dashTop', current.list.length)}</caption>
            <thead>
              <tr>
                <th scope="col" className={table.whole}>
                  {t('dashCustomer')}
                </th>
                <th scope="col">{t('dashTier')}</th>
                {columns.map((name) => (
                  <th
                    key={name}
                    scope="col"
                    className={table.number}
                    aria-sort={name === current.order.metric ? current.order.direction : undefined}
                  >
                    {metricLabel(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {current.list.map(({ customerId, display, tier, numbers }) => (
                <tr key={customerId}>
                  <th scope="row" className={table.whole}>
                    <label>
                      <input
                        type="checkbox"
                        checked={picked.has(customerId)}
                        aria-label={t('today_pick', nameOf(display))}
                        onChange={({ target }) => pick([customerId], target.checked)}
                      />{' '}
                      {nameOf(display)}
                    </label>
                  </th>
                  <td>{tier ? <Badge tone={tier.tone}>{labelText(tier.label)}</Badge> : t('dashNoTier')}</td>
                  {columns.map((name) => (
                    <td key={name} className={table.number}>
                      {cellText(name, numbers[name])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </DashSection>
  );
}

const nameOf = (display: string | null) => (display === null ? t('unnamedBuyer') : shownName(display));

/** As `metricText`; days that are over are told as such: "已过 4 天". */
function cellText(metric: MetricName, value: number | null | undefined): string {
  const isPast = typeof value === 'number' && value < 0 && wordsFor(metric).past;
  return isPast ? t('due_since', dayCountText(-value)) : metricText(metric, value);
}

/** Done with the platform's own tool, or by a call. */
function contactWith(customerId: string): Contact {
  return {
    customerId,
    channel: 'other',
    how: 'noted',
    templateId: null,
    playbookId: null,
    isOffer: false,
    overrides: null,
  };
}
