import { t } from '../../../lib/browser/i18n.ts';
import type { SpanFigures } from '../../../lib/insight/retention/months.ts';
import { percentText, sumText, yuanText } from '../../words/amounts.ts';
import { changeText, countText, MIN_SHARE_OF, relativeChangeText } from '../numbers.ts';
import { Figure } from '../overview/Figure.tsx';
import styles from './MonthNumbers.module.css';

interface Props {
  figures: SpanFigures;
  /** Null where what came before was not seen in full. */
  before: SpanFigures | null;
  /** How what came before is called. */
  beforeName: 'reportBefore' | 'weekBefore';
}

/** A month, or a week, in five numbers, each beside the one before. */
export function MonthNumbers({ figures, before, beforeName }: Props) {
  const { buyers, newBuyers, salesFen, unknownAmounts } = figures;
  const returning = buyers - newBuyers;
  const beside = (name: string, value: number, last: number | undefined) =>
    last === undefined ? name : `${name} · ${t(beforeName, countText(last))} ${changeText(value - last)}`;
  const share = (span: SpanFigures) =>
    span.buyers >= MIN_SHARE_OF ? percentText((span.buyers - span.newBuyers) / span.buyers) : t('dashTooFew');
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
        definition={`${t('reportReturningMeans', countText(returning))}${before ? ` · ${t(beforeName, share(before))}` : ''}`}
      />
      <Figure
        name={t('reportSales')}
        value={sumText(salesFen)}
        exact={yuanText(salesFen)}
        definition={[
          t('reportSalesMeans'),
          ...(before
            ? [`${t(beforeName, sumText(before.salesFen))} ${relativeChangeText(salesFen, before.salesFen)}`]
            : []),
          ...(unknownAmounts > 0 ? [t('reportUnknown', countText(unknownAmounts))] : []),
        ].join(' · ')}
      />
      <Figure
        name={t('reportAverage')}
        value={yuanText(average)}
        definition={`${t('reportAverageMeans')}${before ? ` · ${t(beforeName, yuanText(lastAverage))} ${relativeChangeText(average, lastAverage)}` : ''}`}
      />
    </dl>
  );
}

/** Of a purchase whose amount is known; null without one. */
export function averageFen({ salesFen, purchases, unknownAmounts }: SpanFigures): number | null {
  const known = purchases - unknownAmounts;
  return known === 0 ? null : salesFen / known;
}
