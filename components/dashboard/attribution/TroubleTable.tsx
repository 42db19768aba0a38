import { t } from '../../../lib/browser/i18n.ts';
import type { Count, GroupShare } from '../../../lib/service/attribution.ts';
import { percentText, yuanText } from '../../words/amounts.ts';
import { countText, wholePercentText } from '../numbers.ts';
import { ShareBar } from '../ShareBar.tsx';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';

interface Props {
  title: string;
  /** Over the names. */
  head: string;
  rows: readonly (Count & { name: string; detail?: string } & Partial<Pick<GroupShare, 'interval' | 'usual'>>)[];
}

/** The most frequent first, with how much of all is told so far: what to mend first stands above the line of 80 %. */
export function TroubleTable({ title, head, rows }: Props) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const hasUsual = rows.some(({ interval }) => interval !== undefined);
  return (
    <WideTable label={title}>
      <table className={table.table}>
        <caption className={table.hidden}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">
              <span className={table.hidden}>{t('dashBar')}</span>
            </th>
            <th scope="col" className={table.number}>
              {t('troublesCount')}
            </th>
            <th scope="col" className={table.number}>
              {t('dashShare')}
            </th>
            <th scope="col" className={table.number}>
              {t('troublesCumulated')}
            </th>
            <th scope="col" className={table.number}>
              {t('troublesAmount')}
            </th>
            {hasUsual && <th scope="col">{t('troublesUsual')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, detail, count, share, cumulated, amountFen, interval, usual }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {detail && <span className={table.detail}>{detail}</span>}
              </th>
              <td className={table.bar}>
                <ShareBar share={count / most} />
              </td>
              <td className={table.number}>{countText(count)}</td>
              <td className={table.number}>
                {percentText(share)}
                {interval && (
                  <span className={table.range}> {t('troublesInterval', ...interval.map(wholePercentText))}</span>
                )}
              </td>
              <td className={`${table.number} ${table.faint}`}>{percentText(cumulated)}</td>
              <td className={table.number}>{amountFen > 0 ? yuanText(amountFen) : '–'}</td>
              {hasUsual && (
                <td className={table.whole}>
                  {usual ? t(`troublesUsual_${usual.verdict}`, wholePercentText(usual.share)) : t('troublesNoUsual')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
