import { MIN_ARM } from '../../../lib/actions/trials/any-time.ts';
import { daysUntil, PAST_DAYS, type Past } from '../../../lib/actions/trials/forecast.ts';
import { neededFor } from '../../../lib/actions/trials/power.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { percentText } from '../../words/amounts.ts';
import { countText } from '../numbers.ts';
import type { TrialDraft, TrialPlan } from './trial-draft.ts';
import styles from './Trials.module.css';

interface Props {
  /** Null while something is missing. */
  plan: TrialPlan | null;
  compares: TrialDraft['compares'];
  /** Null while it is being counted. */
  past: Past | null;
  horizonDays: number | null;
}

const YEAR_DAYS = 365;

/** What the trial needs, what the shop has, and how long it would take. */
export function TrialPower({ plan, compares, past, horizonDays }: Props) {
  const forecast = past?.forecast ?? null;
  return (
    <output className={styles.plan}>
      {!past && <EmptyLine>{t('trialCounting')}</EmptyLine>}
      {past && !forecast && <EmptyLine>{t('trialPastShort')}</EmptyLine>}
      {forecast && horizonDays !== null && (
        <p>
          {forecast.customers === 0
            ? t('trialPastNobody', PAST_DAYS)
            : t(
                'trialPast',
                PAST_DAYS,
                countText(forecast.customers),
                horizonDays,
                percentText(forecast.returned / forecast.customers),
              )}
        </p>
      )}
      {forecast && forecast.customers < MIN_ARM && <p>{t('trialPastFew')}</p>}
      {plan && <Needs plan={plan} compares={compares} forecast={forecast} />}
    </output>
  );
}

interface NeedsProps {
  plan: TrialPlan;
  compares: TrialDraft['compares'];
  forecast: Past['forecast'];
}

function Needs({ plan, compares, forecast }: NeedsProps) {
  const { first, second, audience } = neededFor(plan);
  const names = compares === 'holdOut' ? (['holdOut', 'treated'] as const) : (['a', 'b'] as const);
  const days = forecast && daysUntil(audience, forecast);
  return (
    <>
      <p>
        {t(
          'trialNeeds',
          countText(audience),
          t(`trialArm_${names[0]}`),
          countText(first),
          t(`trialArm_${names[1]}`),
          countText(second),
          (plan.lift * 100).toFixed(1),
        )}
      </p>
      {forecast && (
        <p>
          {days === null || days + plan.horizonDays > YEAR_DAYS
            ? t('trialTakesNever')
            : t('trialTakes', countText(days + plan.horizonDays), countText(days), plan.horizonDays)}
        </p>
      )}
    </>
  );
}
