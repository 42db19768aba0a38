import { t } from '../../../lib/browser/i18n.ts';
import type { BandOutcome } from '../../../lib/insight/churn/backtest.ts';
import { bandFloors, healthBands } from '../../../lib/insight/churn/health.ts';
import type { ShopModel } from '../../../lib/insight/churn/shop-model.ts';
import { DashSection } from '../DashSection.tsx';
import { ShareBar } from '../ShareBar.tsx';
import { countText, shareText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';

interface Props {
  bands: readonly BandOutcome[];
  model: ShopModel;
}

/** What customers of each band of health did, over all past windows. */
export function BandReturns({ bands, model }: Props) {
  const customers = bands.reduce((sum, band) => sum + band.customers, 0);
  return (
    <DashSection
      hasTable
      title={t('dashBands')}
      definition={t('dashBandsMeans', model.horizonDays)}
      ground={`${t('dashN', countText(customers))} · ${t('dashWindowCount', model.backtest.windows.length)}`}
    >
      <WideTable label={t('dashBands')}>
        <table className={table.table}>
          <caption className={table.hidden}>{t('dashBands')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashBandOf')}</th>
              <th scope="col">
                <span className={table.hidden}>{t('dashBar')}</span>
              </th>
              <th scope="col" className={table.number}>
                {t('dashReturnRate')}
              </th>
              <th scope="col" className={table.number}>
                {t('dashReturnedShort')}
              </th>
              <th scope="col" className={table.number}>
                {t('dashCount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bands.map(({ band, customers: of, returned }, at) => {
              const rate = shareText(returned, of, true);
              return (
                <tr key={band}>
                  <th scope="row">
                    {t(`score_band_${band}`)}{' '}
                    <span className={table.faint}>
                      {t('dashFromTo', bandFloors[band], at === 0 ? 100 : bandFloors[healthBands[at - 1]!])}
                    </span>
                  </th>
                  <td className={table.bar}>{rate !== null && <ShareBar share={returned / of} />}</td>
                  <td className={table.number}>
                    <strong>{rate ?? t('dashTooFew')}</strong>
                  </td>
                  <td className={table.number}>{countText(returned)}</td>
                  <td className={table.number}>{countText(of)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
    </DashSection>
  );
}
