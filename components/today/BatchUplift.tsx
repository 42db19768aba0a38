import { trialOutcome } from '../../lib/actions/trials/outcome.ts';
import { t } from '../../lib/browser/i18n.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { readShopMeasures, type ShopReading } from '../../lib/views/shops/shop-measures.ts';
import type { KeptTrial } from '../../lib/views/actions/trials.ts';
import { differenceText, untoldText, verdictWords } from '../dashboard/trials/trial-words.ts';
import { useSteps } from '../dashboard/trials/useSteps.ts';
import { database } from '../hooks/database.ts';
import { useKeyedQuery } from '../hooks/useKeyedQuery.ts';
import { Badge } from '../ui/Badge.tsx';
import styles from './BatchResults.module.css';

/** What a playbook added, by its hold-out. @param now epoch ms */
export function BatchUplift({ kept, now }: { kept: KeptTrial; now: number }) {
  const reading = useKeyedQuery(kept.trial.shopId, 0, () => readShopMeasures(database, kept.trial.shopId, now));
  if (untoldText(kept.trial) !== null) return <span className={styles.note}>{t('trialNoResult')}</span>;
  return reading ? <Uplift kept={kept} reading={reading} /> : <span className={styles.note}>{t('batchCounting')}</span>;
}

function Uplift({
  kept: { trial, stoppedAt },
  reading: { measures, context },
}: {
  kept: KeptTrial;
  reading: ShopReading;
}) {
  const outcome = useSteps([measures, trial.trialId], () =>
    trialOutcome(trial, measures.ledger, context, stoppedAt === null ? null : dayOf(stoppedAt)),
  );
  if (!outcome) return <span className={styles.note}>{t('batchCounting')}</span>;
  const { text, tone } = verdictWords(trial, outcome.verdict);
  return (
    <span className={styles.uplift}>
      {outcome.difference && t('batchUplift', differenceText(outcome.difference))} <Badge tone={tone}>{text}</Badge>
    </span>
  );
}
