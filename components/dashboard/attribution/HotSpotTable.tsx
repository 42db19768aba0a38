import { t } from '../../../lib/browser/i18n.ts';
import type { HotSpot } from '../../../lib/service/attribution.ts';
import { percentText } from '../../words/amounts.ts';
import { countText } from '../numbers.ts';
import { reasonText } from '../../words/service.ts';
import table from '../table.module.css';
import { WideTable } from '../WideTable.tsx';
import { carriersText } from './carrier-text.ts';

interface Props {
  hotSpots: readonly HotSpot[];
  /** Troubles with a reason in all. */
  told: number;
}

/** Article by reason by carrier, and how much of the month's trouble each is. */
export function HotSpotTable({ hotSpots, told }: Props) {
  return (
    <WideTable label={t('hotSpotTable')}>
      <table className={table.table}>
        <caption className={table.hidden}>{t('hotSpots')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('hotSpotArticle')}</th>
            <th scope="col">{t('troublesReason')}</th>
            <th scope="col">{t('field_carrier')}</th>
            <th scope="col" className={table.number}>
              {t('troublesCount')}
            </th>
            <th scope="col" className={table.number}>
              {t('dashShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {hotSpots.map(({ article, labelId, carriers, count }) => (
            <tr key={`${labelId} ${article}`}>
              <th scope="row" className={table.sentence}>
                {article}
              </th>
              <td className={table.whole}>{reasonText(labelId)}</td>
              <td className={table.sentence}>{carriers.length > 0 ? carriersText(carriers, count) : '–'}</td>
              <td className={table.number}>{countText(count)}</td>
              <td className={table.number}>{percentText(count / told)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
