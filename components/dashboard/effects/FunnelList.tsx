import type { Outcome } from '../../../lib/actions/trials/outcome.ts';
import { t } from '../../../lib/browser/i18n.ts';
import { shareInterval } from '../../../lib/model/share-interval.ts';
import type { OfferFunnel } from '../../../lib/views/actions/contact-effects.ts';
import type { KeptTrial } from '../../../lib/views/actions/trials.ts';
import { Badge } from '../../ui/Badge.tsx';
import { percentText } from '../../words/amounts.ts';
import { countText, MIN_SHARE_OF } from '../numbers.ts';
import { ShareBar } from '../ShareBar.tsx';
import { WideTable } from '../WideTable.tsx';
import table from '../table.module.css';
import { IntervalBar } from '../trials/IntervalBar.tsx';
import { differenceText, isHoldOut, playbookName, verdictWords } from '../trials/trial-words.ts';
import styles from './Effects.module.css';

interface Props {
  funnels: readonly OfferFunnel[];
  trials: readonly KeptTrial[];
  outcomes: ReadonlyMap<string, Outcome> | null;
  /** Enough of the time was seen for shares. */
  tellsRates: boolean;
}

/** Each offer from sent to redeemed, with what a hold-out says it added. */
export function FunnelList({ funnels, trials, outcomes, tellsRates }: Props) {
  const of = (playbookId: string) => upliftOf(playbookId, trials, outcomes);
  return (
    <>
      <ul className={styles.funnels}>
        {funnels.map((funnel) => (
          <Funnel key={funnel.playbookId} funnel={funnel} uplift={of(funnel.playbookId)} tellsRates={tellsRates} />
        ))}
      </ul>
      <details>
        <summary className={styles.summary}>{t('dashNumbers')}</summary>
        <WideTable label={t('funnelTitle')}>
          <table className={table.table}>
            <caption className={table.hidden}>{t('funnelTitle')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('boardHead_playbook')}</th>
                {(['sent', 'claimed', 'over', 'bought', 'redeemed', 'unknown'] as const).map((step) => (
                  <th key={step} scope="col" className={table.number}>
                    {t(`funnelStep_${step}`)}
                  </th>
                ))}
                <th scope="col">{t('funnelUplift')}</th>
              </tr>
            </thead>
            <tbody>
              {funnels.map((funnel) => {
                const uplift = of(funnel.playbookId);
                return (
                  <tr key={funnel.playbookId}>
                    <th scope="row" className={table.wrapped}>
                      {playbookName(funnel.playbookId)}
                    </th>
                    {[funnel.sent, funnel.claimed, funnel.over, funnel.bought, funnel.redeemed, funnel.unknown].map(
                      (count, at) => (
                        // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
                        <td key={at} className={table.number}>
                          {count === null ? '–' : countText(count)}
                        </td>
                      ),
                    )}
                    <td>{uplift?.outcome.difference ? differenceText(uplift.outcome.difference) : '–'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </WideTable>
      </details>
    </>
  );
}

interface Uplift {
  kept: KeptTrial;
  outcome: Outcome;
}

/** By the newest hold-out of a playbook; null where there is none, or while it is being counted. */
function upliftOf(
  playbookId: string,
  trials: readonly KeptTrial[],
  outcomes: ReadonlyMap<string, Outcome> | null,
): Uplift | null {
  const kept = trials.find(({ trial }) => trial.playbookId === playbookId && isHoldOut(trial));
  const outcome = kept && outcomes?.get(kept.trial.trialId);
  return kept && outcome ? { kept, outcome } : null;
}

interface FunnelProps {
  funnel: OfferFunnel;
  uplift: Uplift | null;
  tellsRates: boolean;
}

function Funnel({ funnel, uplift, tellsRates }: FunnelProps) {
  const { playbookId, days, sent, over, bought, redeemed, claimed, unknown } = funnel;
  const name = playbookName(playbookId);
  const tells = tellsRates && over >= MIN_SHARE_OF;
  return (
    <li className={styles.funnel}>
      <h3 className={styles.name}>{name}</h3>
      <ol className={styles.steps}>
        <Step name={t('funnelStep_sent')} count={sent} of={sent} />
        <Step name={t('funnelWithin', days)} count={over} of={sent} />
        <Step name={t('funnelStep_bought')} count={bought} of={sent} share={tells ? shareOf(bought, over) : null} />
        <Step
          name={t('funnelStep_redeemed')}
          count={redeemed}
          of={sent}
          share={tells ? shareOf(redeemed, over) : null}
        />
      </ol>
      {claimed !== null && <p className={styles.note}>{t('funnelClaimed', countText(claimed))}</p>}
      {unknown > 0 && <p className={styles.note}>{t('funnelUnknown', countText(unknown))}</p>}
      {!tells && over > 0 && <p className={styles.note}>{t('funnelFew', MIN_SHARE_OF)}</p>}
      {uplift?.outcome.difference ? (
        <>
          <p className={styles.uplift}>
            {t('funnelUplift')} {differenceText(uplift.outcome.difference)}{' '}
            <Badge tone={verdictWords(uplift.kept.trial, uplift.outcome.verdict).tone}>
              {verdictWords(uplift.kept.trial, uplift.outcome.verdict).text}
            </Badge>
          </p>
          <IntervalBar
            interval={uplift.outcome.difference}
            lift={uplift.kept.trial.lift}
            isOpen={uplift.outcome.difference.low <= 0 && uplift.outcome.difference.high >= 0}
          />
        </>
      ) : (
        <p className={styles.note}>{t(uplift ? 'funnelUpliftFew' : 'funnelNoHoldOut')}</p>
      )}
    </li>
  );
}

/** "30.0% [22.1%, 39.2%]". */
function shareOf(count: number, of: number): string {
  const [low, high] = shareInterval(count, of);
  return t('shareWithin', percentText(count / of), percentText(low), percentText(high));
}

interface StepProps {
  name: string;
  count: number;
  of: number;
  share?: string | null;
}

function Step({ name, count, of, share = null }: StepProps) {
  return (
    <li className={styles.step}>
      <span>{name}</span>
      <span className={styles.count}>{countText(count)}</span>
      <ShareBar share={of === 0 ? 0 : count / of} />
      <span className={styles.share}>{share}</span>
    </li>
  );
}
