import { MIN_ARM } from '../../../lib/actions/trials/any-time.ts';
import type { ArmOutcome, Outcome } from '../../../lib/actions/trials/outcome.ts';
import { t } from '../../../lib/browser/i18n.ts';
import type { Ledger } from '../../../lib/insight/ledger/ledger.ts';
import { dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import type { KeptTrial } from '../../../lib/views/actions/trials.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { percentText, yuanText } from '../../words/amounts.ts';
import { countText } from '../numbers.ts';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { TrialMargin } from './TrialMargin.tsx';
import { IntervalBar } from './IntervalBar.tsx';
import {
  armText,
  comparedText,
  differenceText,
  moreYuanText,
  playbookName,
  untoldText,
  verdictWords,
} from './trial-words.ts';
import styles from './Trials.module.css';

interface Props {
  kept: KeptTrial;
  /** Null while it is being counted, and where nobody can tell who takes part. */
  outcome: Outcome | null;
  ledger: Ledger;
  onStop: () => void;
}

/** One trial: what is compared, how far it is, what it tells. */
export function TrialItem({ kept: { trial, stoppedAt }, outcome, ledger, onStop }: Props) {
  const { horizonDays, lift } = trial;
  const name = playbookName(trial.playbookId);
  const untold = untoldText(trial);
  const told = outcome && verdictWords(trial, outcome.verdict);
  const state =
    stoppedAt !== null
      ? t('trialStoppedOn', formatDay(dayOf(stoppedAt)))
      : t(outcome?.progress === 1 ? 'trialFull' : 'trialRuns');
  const facts = [
    t('trialSince', formatDay(trial.startDay)),
    state,
    t('trialHorizon', horizonDays),
    ...(outcome ? [t('trialProgress', percentText(outcome.progress))] : []),
  ];
  return (
    <li className={styles.trial}>
      <div className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        {told && <Badge tone={told.tone}>{told.text}</Badge>}
        {stoppedAt === null && (
          // What it tells is kept with the stop: it is counted first.
          <Button
            look="plain"
            aria-label={t('trialStopOf', name)}
            disabled={outcome === null && untold === null}
            onClick={onStop}
          >
            {t('trialStop')}
          </Button>
        )}
      </div>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {!outcome && <p className={styles.facts}>{untold === null ? t('trialCounting') : t('trialUntold', untold)}</p>}
      {outcome && (
        <>
          <WideTable label={name}>
            <table className={table.table}>
              <caption className={table.hidden}>{name}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('trialHead_arm')}</th>
                  <th scope="col" className={table.number}>
                    {t('trialHead_entered')}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('trialHead_over', horizonDays)}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('trialHead_returned')}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('trialHead_spend')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {outcome.arms.map((arm, at) => (
                  <ArmRow key={trial.arms[at]!.armId} name={armText(trial.arms[at]!)} arm={arm} />
                ))}
              </tbody>
            </table>
          </WideTable>
          {outcome.difference ? (
            <>
              <p>{comparedText(trial, differenceText(outcome.difference))}</p>
              <IntervalBar interval={outcome.difference} lift={lift} isOpen={outcome.verdict === 'notEnough'} />
            </>
          ) : (
            <p className={styles.facts}>{t('trialTooFew', MIN_ARM, horizonDays)}</p>
          )}
          <TrialMargin trial={trial} outcome={outcome} ledger={ledger} />
          {outcome.spendDifference && (
            <p className={styles.facts}>
              {comparedText(
                trial,
                t(
                  'trialSpendDifference',
                  moreYuanText(outcome.spendDifference.estimate),
                  moreYuanText(outcome.spendDifference.low),
                  moreYuanText(outcome.spendDifference.high),
                ),
              )}
            </p>
          )}
        </>
      )}
    </li>
  );
}

function ArmRow({ name, arm: { entered, customers, returned, spend } }: { name: string; arm: ArmOutcome }) {
  const isTold = customers >= MIN_ARM;
  return (
    <tr>
      <th scope="row" className={table.wrapped}>
        {name}
      </th>
      <td className={table.number}>{countText(entered)}</td>
      <td className={table.number}>{countText(customers)}</td>
      <td className={table.number}>
        {countText(returned)}
        {isTold && ` · ${percentText(returned / customers)}`}
      </td>
      <td className={table.number}>{isTold && spend.customers > 0 ? yuanText(spend.sum / spend.customers) : '–'}</td>
    </tr>
  );
}
