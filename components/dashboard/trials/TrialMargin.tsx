import { MIN_KNOWN } from '../../../lib/actions/trials/margin-outcome.ts';
import type { Outcome } from '../../../lib/actions/trials/outcome.ts';
import { t } from '../../../lib/browser/i18n.ts';
import type { Ledger } from '../../../lib/insight/ledger/ledger.ts';
import type { Trial } from '../../../lib/model/trial.ts';
import { readTrialMargin } from '../../../lib/views/actions/trial-margin.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { percentText } from '../../words/amounts.ts';
import { wholePercentText } from '../numbers.ts';
import { comparedText, moreYuanText } from './trial-words.ts';
import styles from './Trials.module.css';

interface Props {
  trial: Trial;
  outcome: Outcome;
  ledger: Ledger;
}

/** The same in what stays with the shop, where it brought costs; while there are too few for an interval that is said already. */
export function TrialMargin({ trial, outcome, ledger }: Props) {
  const { trialId, shopId } = trial;
  const margin = useKeyedQuery(trialId, outcome, () => readTrialMargin(database, shopId, ledger, outcome));
  if (!margin || (!margin.difference && margin.known >= MIN_KNOWN)) return null;
  const { difference, known } = margin;
  return (
    <p className={styles.facts}>
      {difference
        ? comparedText(
            trial,
            t(
              'trialMarginDifference',
              moreYuanText(difference.estimate),
              moreYuanText(difference.low),
              moreYuanText(difference.high),
              percentText(known),
            ),
          )
        : t('trialMarginUnknown', percentText(known), wholePercentText(MIN_KNOWN))}
    </p>
  );
}
