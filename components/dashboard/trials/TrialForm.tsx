import { useState } from 'react';
import { duePlaybooks } from '../../../lib/actions/day-list.ts';
import { MIN_ARM } from '../../../lib/actions/trials/any-time.ts';
import { eligibleFor, isTriable } from '../../../lib/actions/trials/enrol.ts';
import { forecastOf } from '../../../lib/actions/trials/forecast.ts';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { StartedTrial } from '../../../lib/messaging/answers.ts';
import type { ActionSettings } from '../../../lib/model/action-settings.ts';
import { dayOf } from '../../../lib/model/shanghai-time.ts';
import { trialRules } from '../../../lib/rules/offers.ts';
import type { ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import { noNumbers } from '../../../lib/views/shops/number-changes.ts';
import { ownPlaybooks } from '../../../lib/views/shops/own-numbers.ts';
import { useOwnNumbers } from '../../hooks/useOwnNumbers.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Note } from '../../ui/Note.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { DashSection } from '../DashSection.tsx';
import { NumberField } from '../NumberField.tsx';
import { ArmFields } from './ArmFields.tsx';
import { armsOf, newDraft, percentOf, planOf, ranges, trialOf, type TrialDraft } from './trial-draft.ts';
import { TrialPower } from './TrialPower.tsx';
import { useSteps } from './useSteps.ts';
import styles from './Trials.module.css';

interface Props {
  insight: ShopInsight;
  settings: ActionSettings;
}

type Refusal = Exclude<StartedTrial, { eventId: string }>;

/** Starting a trial: what is compared, and whether the shop has the customers for it, before anything begins. */
export function TrialForm({ insight, settings }: Props) {
  const { context, measures } = insight;
  const own = useOwnNumbers(context.shopId) ?? noNumbers;
  const listed = duePlaybooks(ownPlaybooks(own));
  const triable = listed.filter((playbook) => isTriable(playbook, context.tiers));
  const [playbookId, setPlaybookId] = useState(() => (triable.find(({ offer }) => offer) ?? triable[0]!).id);
  const playbook = triable.find(({ id }) => id === playbookId) ?? triable[0]!;
  const shareOf = (id: string) => settings.holdOutShares[id] ?? trialRules.holdOutShare;
  const [draft, setDraft] = useState(() => newDraft(shareOf(playbook.id)));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const started = useUndoable();
  const horizonDays = planOf({ ...draft, basePercent: '20' }, null)?.horizonDays ?? null;
  const past = useSteps([measures, playbook.id, own, horizonDays], () =>
    forecastOf(measures.ledger, context, eligibleFor(playbook, context.tiers), {
      horizonDays: horizonDays ?? trialRules.horizonDays,
      seenFromDay: context.coverage.startDay ?? Infinity,
    }),
  );
  const forecast = past?.forecast ?? null;
  const pastRate = forecast && forecast.customers >= MIN_ARM ? forecast.returned / forecast.customers : null;
  const plan = planOf(draft, pastRate);
  const arms = plan && armsOf(draft, plan.shares);
  const change = (changes: Partial<TrialDraft>) => setDraft({ ...draft, ...changes });
  const start = () => {
    if (!plan || !arms) return;
    const trial = trialOf({
      shopId: context.shopId,
      playbook,
      tiers: context.tiers,
      plan,
      arms,
      startDay: dayOf(Date.now()),
    });
    setRefusal(null);
    started.run(async () => {
      const answer = await toBackground.startTrial(trial);
      if ('eventId' in answer) return answer;
      setRefusal(answer);
      throw new Error(answer.refused);
    });
  };
  const others = listed.filter((one) => !triable.includes(one)).map(({ label }) => labelText(label));
  return (
    <DashSection title={t('trialNew')} definition={t('trialNewMean')}>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <div className={styles.fields}>
          <SelectField
            label={t('trialPlaybook')}
            value={playbook.id}
            options={triable.map(({ id, label }) => ({ value: id, label: labelText(label) }))}
            onChange={(id) => {
              setPlaybookId(id);
              change({ sharePercent: percentOf(shareOf(id)), basePercent: null });
            }}
          />
          <SelectField
            label={t('trialKind')}
            value={draft.compares}
            options={(['holdOut', 'ab'] as const).map((value) => ({ value, label: t(`trialKind_${value}`) }))}
            onChange={(value) => {
              const compares = value === 'ab' ? 'ab' : 'holdOut';
              change({
                compares,
                sharePercent: percentOf(compares === 'ab' ? trialRules.pairShare : shareOf(playbook.id)),
              });
            }}
          />
          <NumberField
            label={t(draft.compares === 'holdOut' ? 'trialShare' : 'trialPairShare')}
            value={draft.sharePercent}
            min={ranges.share[0]}
            max={ranges.share[1]}
            onChange={(sharePercent) => change({ sharePercent })}
          />
          <NumberField
            label={t('trialHorizonDays')}
            value={draft.horizonDays}
            min={ranges.horizonDays[0]}
            max={ranges.horizonDays[1]}
            onChange={(days) => change({ horizonDays: days })}
          />
          <NumberField
            label={t('trialBase')}
            value={draft.basePercent ?? (pastRate === null ? '' : percentOf(pastRate))}
            min={ranges.base[0]}
            max={ranges.base[1]}
            step={0.1}
            onChange={(basePercent) => change({ basePercent })}
          />
          <NumberField
            label={t('trialLift')}
            value={draft.liftPoints}
            min={ranges.lift[0]}
            max={ranges.lift[1]}
            step={0.5}
            onChange={(liftPoints) => change({ liftPoints })}
          />
        </div>
        {draft.compares === 'ab' && (
          <div className={styles.arms}>
            <ArmFields armId="a" arm={draft.arms[0]} onChange={(arm) => change({ arms: [arm, draft.arms[1]] })} />
            <ArmFields armId="b" arm={draft.arms[1]} onChange={(arm) => change({ arms: [draft.arms[0], arm] })} />
          </div>
        )}
        <TrialPower plan={plan} compares={draft.compares} past={past} horizonDays={horizonDays} />
        {refusal && (
          <Note tone="risk" isLive>
            {refusal.refused === 'wording'
              ? t('trialRefused_wording', refusal.rules.map((rule) => labelText(rule)).join(t('listSeparator')))
              : t('trialRefused_runsAlready')}
          </Note>
        )}
        <div className={styles.actions}>
          <Button look="primary" type="submit" disabled={!arms || started.state === 'saving'}>
            {t('trialStart')}
          </Button>
          {!refusal && <UndoNote undoable={started} />}
        </div>
      </form>
      {others.length > 0 && (
        <Disclosure summary={t('trialNotTriable', others.length)}>
          <p className={styles.facts}>{t('trialNotTriableWhy', others.join(t('listSeparator')))}</p>
        </Disclosure>
      )}
    </DashSection>
  );
}
