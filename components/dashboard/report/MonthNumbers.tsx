import { t } from '../../../lib/browser/i18n.ts';
import type { MonthFigures } from '../../../lib/insight/retention/months.ts';
import { percentText, sumText, yuanText } from '../../words/amounts.ts';
import { changeText, countText, MIN_SHARE_OF, relativeChangeText } from '../numbers.ts';
import { Figure } from '../overview/Figure.tsx';
import styles from './MonthNumbers.module.css';

interface Props {
  figures: MonthFigures;
  /** Null where the month before was not seen in full. */
  before: MonthFigures | null;
}

/** The month in five numbers, each beside the month before. */
export function MonthNumbers({ figures, before }: Props) {
  const { buyers, newBuyers, salesFen, unknownAmounts } = figures;
  const returning = buyers - newBuyers;
  const beside = (name: string, value: number, last: number | undefined) =>
    last === undefined ? name : `${name} · ${t('reportBefore', countText(last))} ${changeText(value - last)}`;
  const share = (month: MonthFigures) =>
    month.buyers >= MIN_SHARE_OF ? percentText((month.buyers - month.newBuyers) / month.buyers) : t('dashTooFew');
  const average = averageFen(figures);
  const lastAverage = before && averageFen(before);
  return (
    <dl className={styles.figures}>
      <Figure
        name={t('reportBuyers')}
        value={countText(buyers)}
        definition={beside(t('reportBuyersMeans'), buyers, before?.buyers)}
      />
      <Figure
        name={t('reportNew')}
        value={countText(newBuyers)}
        definition={beside(t('reportNewMeans'), newBuyers, before?.newBuyers)}
      />
      <Figure
        name={t('reportReturning')}
        value={share(figures)}
        definition={`${t('reportReturningMeans', countText(returning))}${before ? ` · ${t('reportBefore', share(before))}` : ''}`}
      />
      <Figure
        name={t('reportSales')}
        value={sumText(salesFen)}
        exact={yuanText(salesFen)}
        definition={[
          t('reportSalesMeans'),
          ...(before
            ? [`${t('reportBefore', sumText(before.salesFen))} ${relativeChangeText(salesFen, before.salesFen)}`]
            : []),
          ...(unknownAmounts > 0 ? [t('reportUnknown', countText(unknownAmounts))] : []),
        ].join(' · ')}
      />
      <Figure
        name={t('reportAverage')}
        value={yuanText(average)}
        definition={`${t('reportAverageMeans')}${before ? ` · ${t('reportBefore', yuanText(lastAverage))} ${relativeChangeText(average, lastAverage)}` : ''}`}
      />
    </dl>
  );
}

/** Of a purchase whose amount is known; null without one. */
export function averageFen({ salesFen, purchases, unknownAmounts }: MonthFigures): number | null {
  const known = purchases - unknownAmounts;
  return known === 0 ? null : salesFen / known;
}
