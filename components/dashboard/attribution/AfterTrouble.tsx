import { t } from '../../../lib/browser/i18n.ts';
import type { MonthTroubles } from '../../../lib/views/service/month-troubles.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { percentText } from '../../words/amounts.ts';
import { DashSection } from '../DashSection.tsx';
import { countText, wholePercentText } from '../numbers.ts';
import table from '../table.module.css';
import { WideTable } from '../WideTable.tsx';
import { peopleText, reasonsText } from './trouble-text.ts';

interface Props {
  troubles: Pick<MonthTroubles, 'recovery' | 'earlyWarnings' | 'customers'>;
  /** How much of the time was seen. */
  covered: string;
}

/** Whether buyers who had trouble came back (CMP-22), and what regulars say of an article's quality (CMP-31). */
export function AfterTrouble({ troubles: { recovery, earlyWarnings, customers }, covered }: Props) {
  const { people, cameBack, interval } = recovery;
  const title = t('regularsSay');
  return (
    <>
      <DashSection title={t('afterTrouble')} definition={t('afterTroubleMeans')} ground={covered}>
        {interval === null ? (
          <EmptyLine>{t('afterTroubleNone')}</EmptyLine>
        ) : (
          <p>
            {t(
              'cameBack',
              countText(people),
              countText(cameBack),
              percentText(cameBack / people),
              ...interval.map(wholePercentText),
            )}
          </p>
        )}
      </DashSection>
      <DashSection
        title={title}
        definition={t('regularsSayMeans')}
        ground={covered}
        hasTable={earlyWarnings.length > 0}
      >
        {earlyWarnings.length === 0 ? (
          <EmptyLine>{t('regularsSayNone')}</EmptyLine>
        ) : (
          <WideTable label={title}>
            <table className={table.table}>
              <caption className={table.hidden}>{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('hotSpotArticle')}</th>
                  <th scope="col">{t('troublesReason')}</th>
                  <th scope="col">{t('regularsWho')}</th>
                </tr>
              </thead>
              <tbody>
                {earlyWarnings.map(({ article, reasons, customerIds }) => (
                  <tr key={article}>
                    <th scope="row" className={table.sentence}>
                      {article}
                    </th>
                    <td className={table.sentence}>{reasonsText(reasons)}</td>
                    <td className={table.sentence}>{peopleText(customerIds, customers)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        )}
      </DashSection>
    </>
  );
}
