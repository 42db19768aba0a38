import { useEffect, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { readHeld } from '../../../lib/views/data/held-data.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { countedLabel } from '../../words/audit.ts';
import { DashSection } from '../DashSection.tsx';
import { bytesText } from '../data/bytes-text.ts';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';

/** Kind by kind: how many records there are, since when, and where they came from. */
export function HeldTable() {
  const held = useKeyedQuery('held', 0, () => readHeld(database));
  const bytes = useBytes();
  return (
    <DashSection
      title={t('held')}
      definition={t('heldMeans')}
      {...(bytes === null ? {} : { ground: t('heldBytes', bytesText(bytes)) })}
    >
      {held && (
        <WideTable label={t('held')}>
          <table className={table.table}>
            <caption className={table.hidden}>{t('held')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('heldKind')}</th>
                <th scope="col" className={table.number}>
                  {t('auditHowMany')}
                </th>
                <th scope="col">{t('heldSince')}</th>
                <th scope="col">{t('heldFrom')}</th>
              </tr>
            </thead>
            <tbody>
              {held.map(({ kind, count, since }) => (
                <tr key={kind}>
                  <th scope="row" className={table.whole}>
                    {countedLabel(kind)}
                  </th>
                  <td className={table.number}>{countText(count)}</td>
                  <td className={table.whole}>{since ?? ''}</td>
                  <td className={table.sentence}>{t(`heldFrom_${kind}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </DashSection>
  );
}

/** What the browser says that all of it takes; null where it does not say. */
function useBytes(): number | null {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    const asking = (navigator as { storage?: StorageManager }).storage?.estimate();
    void asking?.then(({ usage }) => setBytes(usage ?? null));
  }, []);
  return bytes;
}
