import { t } from '../../../lib/browser/i18n.ts';
import { MIN_COVERAGE } from '../../../lib/insight/coverage.ts';
import { allowedBy, type ShopModel } from '../../../lib/insight/churn/shop-model.ts';
import { formatDay } from '../../../lib/model/shanghai-time.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { Note } from '../../ui/Note.tsx';
import { percentagesWithheldText } from '../../words/health.ts';
import { minuteText } from '../../words/times.ts';
import { useNow } from '../../hooks/useNow.ts';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { wholePercentText } from '../numbers.ts';
import { BandReturns } from './BandReturns.tsx';
import { DataLevels } from './DataLevels.tsx';
import { GateVerdict } from './GateVerdict.tsx';
import { Reliability } from './Reliability.tsx';
import { WindowTable } from './WindowTable.tsx';

interface Props {
  insight: ShopInsight;
  isFitting: boolean;
}

/** May the operator trust the chances of return: what would have been said in the past, against what came. */
export function Backtest({ insight, isFitting }: Props) {
  const now = useNow();
  const { model, coverage, withheld } = insight.context;
  if (!model) {
    const why =
      coverage.share < MIN_COVERAGE
        ? t('dashNoRates', wholePercentText(MIN_COVERAGE))
        : t(isFitting ? 'dashFirstFitting' : 'dashNotFitted');
    return (
      <DashSection title={t('dash_backtest')} definition={t('dashBacktestMeans')}>
        <EmptyLine>{why}</EmptyLine>
      </DashSection>
    );
  }
  const { windows, bands } = model.backtest;
  const ground = [
    groundOf(insight, model.data.buyers),
    t('dashHorizonIs', model.horizonDays),
    ...(insight.fittedAt === null ? [] : [t('dashFittedAt', minuteText(insight.fittedAt, now))]),
  ].join(' · ');
  return (
    <>
      <DashSection title={t('dash_backtest')} definition={t('dashBacktestMeans')} ground={ground}>
        <DataLevels model={model} />
        <Problems model={model} />
        <GateVerdict model={model} />
        {withheld.percentages && allowedBy(model).health && (
          <EmptyLine>{percentagesWithheldText(withheld.percentages)}</EmptyLine>
        )}
      </DashSection>
      {windows.length > 0 && (
        <>
          <DashSection
            hasTable
            title={t('dashWindows')}
            definition={t('dashWindowsMeans')}
            ground={t(`dashBlend_${model.blend}`)}
          >
            <WindowTable windows={windows} blend={model.blend} />
          </DashSection>
          <Reliability windows={windows} blend={model.blend} isOpen={model.gate.isOpen} coverage={coverage.share} />
          <BandReturns bands={bands} model={model} />
        </>
      )}
    </>
  );
}

/** Searches that did not end at a top are said, with what they cost. */
function Problems({ model: { problems, asOfDay } }: { model: ShopModel }) {
  return problems.map(({ day, model }) => (
    <Note key={`${day} ${model}`} tone="watch">
      {t(day === asOfDay ? 'dashProblemNow' : 'dashProblemPast', t(`dashModel_${model}`), formatDay(day))}
    </Note>
  ));
}
