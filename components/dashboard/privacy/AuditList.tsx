import { t } from '../../../lib/browser/i18n.ts';
import type { AuditEntry } from '../../../lib/model/audit.ts';
import { formatMinute } from '../../../lib/model/shanghai-time.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { auditText, countsText } from '../../words/audit.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';

const SHOWN = 50;

async function newestEntries(): Promise<AuditEntry[]> {
  const ids = await database.audit.orderBy('id').primaryKeys();
  const entries = await database.audit.bulkGet(ids.slice(-SHOWN));
  return entries.filter((entry) => entry !== undefined).toReversed();
}

/** What was done with the data as a whole, the newest first. */
export function AuditList() {
  const list = useKeyedQuery('audit', 0, async () => ({
    entries: await newestEntries(),
    count: await database.audit.count(),
  }));
  if (!list) return null;
  return (
    <DashSection
      title={t('audit')}
      definition={t('auditMeans')}
      {...(list.count > SHOWN ? { ground: t('auditOf', SHOWN, countText(list.count)) } : {})}
    >
      {list.count === 0 && <EmptyLine>{t('auditNothing')}</EmptyLine>}
      {list.count > 0 && (
        <WideTable label={t('audit')}>
          <table className={table.table}>
            <caption className={table.hidden}>{t('audit')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('auditWhen')}</th>
                <th scope="col">{t('auditWhat')}</th>
                <th scope="col">{t('auditHowMany')}</th>
              </tr>
            </thead>
            <tbody>
              {list.entries.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row" className={table.whole}>
                    {formatMinute(entry.at)}
                  </th>
                  <td>{auditText(entry)}</td>
                  <td className={table.faint}>{countsText(entry.counts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </DashSection>
  );
}
