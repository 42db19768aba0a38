import { useMemo } from 'react';
import { untellable } from '../../../lib/actions/trials/enrol.ts';
import { trialOutcome, type Outcome } from '../../../lib/actions/trials/outcome.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { MeasureContext } from '../../../lib/insight/measures/reading.ts';
import type { Ledger } from '../../../lib/insight/ledger/ledger.ts';
import type { Steps } from '../../../lib/insight/steps.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { readActionSettings } from '../../../lib/views/actions/action-settings.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { readTrials, type KeptTrial } from '../../../lib/views/actions/trials.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { groundOf } from '../ground.ts';
import { Effects } from '../effects/Effects.tsx';
import { PlaybookBoard } from './PlaybookBoard.tsx';
import { TrialForm } from './TrialForm.tsx';
import { TrialItem } from './TrialItem.tsx';
import { useSteps } from './useSteps.ts';
import styles from './Trials.module.css';

const methods = ['Who', 'Deal', 'Look', 'Verdict', 'Spend'] as const;

/** Does it help: trials, their results, and how playbooks fare. */
export function Trials({ insight }: { insight: ShopInsight }) {
  const { context, measures } = insight;
  const read = useKeyedQuery(context.shopId, 0, () => readTrials(database, context.shopId));
  const settings = useKeyedQuery(context.shopId, 0, () => readActionSettings(database, context.shopId));
  const key = JSON.stringify(read ?? []);
  // The same trials read again are the same: nothing is counted anew for them.
  const trials = useMemo(() => JSON.parse(key) as KeptTrial[], [key]);
  const outcomes = useSteps([measures, trials], () => outcomesOf(trials, measures.ledger, context));
  const stopped = useUndoable();
  const stop = ({ trial: { trialId } }: KeptTrial) =>
    stopped.run(() => toBackground.stopTrial({ trialId, difference: outcomes?.get(trialId)?.difference ?? null }));
  if (!read || !settings) return null;
  return (
    <>
      <DashSection
        title={t('trialsTitle')}
        definition={t('trialsMean')}
        ground={groundOf(insight, measures.size)}
        aside={<UndoNote undoable={stopped} />}
      >
        {trials.length === 0 && <EmptyLine>{t('trialsNone')}</EmptyLine>}
        <ul className={styles.trials}>
          {trials.map((kept) => (
            <TrialItem
              key={kept.trial.trialId}
              kept={kept}
              outcome={outcomes?.get(kept.trial.trialId) ?? null}
              ledger={measures.ledger}
              onStop={() => stop(kept)}
            />
          ))}
        </ul>
        <Disclosure summary={t('trialMethod')}>
          <div className={styles.method}>
            {methods.map((part) => (
              <p key={part}>{t(`trialMethod${part}`)}</p>
            ))}
          </div>
        </Disclosure>
      </DashSection>
      <Effects insight={insight} trials={trials} outcomes={outcomes} />
      <TrialForm insight={insight} settings={settings} />
      <PlaybookBoard insight={insight} settings={settings} trials={trials} outcomes={outcomes} />
    </>
  );
}

function* outcomesOf(
  trials: readonly KeptTrial[],
  ledger: Ledger,
  context: MeasureContext,
): Steps<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const { trial, stoppedAt } of trials) {
    if (untellable(trial.eligible).length > 0) continue;
    const stopDay = stoppedAt === null ? null : dayOf(stoppedAt);
    outcomes.set(trial.trialId, yield* trialOutcome(trial, ledger, context, stopDay));
  }
  return outcomes;
}
