import { useMemo, useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { Measures } from '../../../lib/insight/measures/measures.ts';
import { firstDayOf, monthOf } from '../../../lib/insight/retention/cohorts.ts';
import { monthFigures, type MonthFigures } from '../../../lib/insight/retention/months.ts';
import type { ShopChoice, ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { migrationOf } from '../../../lib/views/shops/tier-migration.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { monthText } from '../../words/fields.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { TierFlows } from '../migration/TierFlows.tsx';
import { DoneText } from './DoneText.tsx';
import { MonthNumbers } from './MonthNumbers.tsx';
import { MonthTable } from './MonthTable.tsx';
import styles from './MonthReport.module.css';

const MONTHS = 13;
const SHOWN_MONTHS = 6;

/** A month on one page, to be printed or saved as a PDF: what came in, who came back, who moved, what was done. */
export function MonthReport({ shop, insight }: { shop: ShopChoice; insight: ShopInsight }) {
  const { measures, context } = insight;
  const months = useMemo(() => monthFigures(measures, MONTHS), [measures]);
  const withBuyers = months.filter(({ buyers }) => buyers > 0).map(({ month }) => month);
  const [chosen, setChosen] = useState<number | null>(null);
  // The last month that is over, or the one under way where there is no other.
  const usual = withBuyers.findLast((month) => month < monthOf(context.asOfDay)) ?? withBuyers.at(-1);
  const month = chosen ?? usual;
  const at = months.findIndex((one) => one.month === month);
  const figures = months[at];
  if (month === undefined || !figures)
    return (
      <DashSection title={t('dash_report')} definition={t('reportMeans')}>
        <EmptyLine>{t('reportNothing')}</EmptyLine>
      </DashSection>
    );
  // What lies before the first purchase that was seen is not known, and not nothing.
  const seen = months.filter((one) => one.month >= withBuyers[0]! && one.month <= month);
  const isUnderWay = month === monthOf(context.asOfDay);
  return (
    <article className={styles.report}>
      <div className={styles.tools}>
        <SelectField
          label={t('dashMonth')}
          value={String(month)}
          options={withBuyers.toReversed().map((one) => ({ value: String(one), label: monthText(firstDayOf(one)) }))}
          onChange={(value) => setChosen(Number(value))}
        />
        <Button look="primary" onClick={() => window.print()}>
          {t('reportPrint')}
        </Button>
      </div>
      <DashSection
        title={t('reportTitle', shop.name ?? t(`platform_${shop.platform}`), monthText(firstDayOf(month)))}
        definition={t(isUnderWay ? 'reportUnderWay' : 'reportMeans')}
        ground={groundOf(insight, figures.buyers)}
      >
        <MonthNumbers figures={figures} before={before(months, at, insight)} beforeName="reportBefore" />
      </DashSection>
      <DashSection title={t('reportMonths')} definition={t('reportMonthsMeans')} hasTable>
        <MonthTable months={seen.slice(-SHOWN_MONTHS)} />
      </DashSection>
      <Moves insight={insight} month={month} />
      <DashSection title={t('reportDone')} definition={t('reportDoneMeans')}>
        <DoneText shopId={shop.shopId} days={[firstDayOf(month), firstDayOf(month + 1) - 1]} />
      </DashSection>
    </article>
  );
}

/** The month before, where all of it could be seen: with half a month nothing is compared. */
function before(months: readonly MonthFigures[], at: number, { context }: ShopInsight): MonthFigures | null {
  const known = months[at - 1];
  const { startDay } = context.coverage;
  return known && startDay !== null && startDay <= firstDayOf(known.month) ? known : null;
}

/** From the last day of the month before to the last of this one, or as far as it was seen. */
function Moves({ insight: { measures, context }, month }: { insight: ShopInsight; month: number }) {
  const lastDay = Math.min(context.asOfDay, firstDayOf(month + 1) - 1);
  const moves = useMemo(
    () =>
      migrationOf(new Measures(measures.ledger, { ...context, asOfDay: lastDay }), { ...context, asOfDay: lastDay }),
    [measures, context, lastDay],
  );
  if (!moves) return null;
  const names = [t('dashNoTier'), ...context.tiers.map(({ label }) => labelText(label))];
  return (
    <DashSection title={t('dashFlows')} definition={t('dashFlowsMeans')} hasTable>
      <TierFlows counts={moves.counts} names={names} />
    </DashSection>
  );
}
