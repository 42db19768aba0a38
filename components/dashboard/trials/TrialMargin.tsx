import type { Outcome } from '../../../lib/actions/trials/outcome.ts';
import { t } from '../../../lib/browser/i18n.ts';
import type { Ledger } from '../../../lib/insight/ledger/ledger.ts';
import type { Trial } from '../../../lib/model/trial.ts';
import { readTrialMargin } from '../../../lib/views/actions/trial-margin.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { percentText, yuanText } from '../../words/amounts.ts';
import styles from './Trials.module.css';

interface Props {
  trial: Trial;
  outcome: Outcome;
  ledger: Ledger;
}

/** The same in what stays with the shop, where it brought costs. */
export function TrialMargin({ trial: { trialId, shopId }, outcome, ledger }: Props) {
  const margin = useKeyedQuery(trialId, outcome, () => readTrialMargin(database, shopId, ledger, outcome));
  if (!margin) return null;
  const { difference, known } = margin;
  return (
    <p className={styles.facts}>
      {difference
        ? t(
            'trialMarginDifference',
            yuanText(difference.estimate),
            yuanText(difference.low),
            yuanText(difference.high),
            percentText(known),
          )
        : t('trialMarginUnknown', percentText(known))}
    </p>
  );
}
