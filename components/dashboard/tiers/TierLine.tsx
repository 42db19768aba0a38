import { useId } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { TierPreset } from '../../../lib/insight/tiers/tier-schema.ts';
import type { TierSettings } from '../../../lib/insight/tiers/tier-settings.ts';
import { valueOf } from '../../../lib/insight/tiers/threshold.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { Badge } from '../../ui/Badge.tsx';
import { metricText, signs, wordsFor } from '../numbers.ts';
import { ThresholdField } from './ThresholdField.tsx';
import styles from './TierLine.module.css';

interface Props {
  /** 1 for the first. */
  place: number;
  tier: TierPreset;
  settings: TierSettings;
  onVariant: (variantId: string) => void;
  onThreshold: (thresholdId: string, value: number | null) => void;
}

/** One tier: its clauses in words, each with the number that may be moved. */
export function TierLine({ place, tier, settings, onVariant, onThreshold }: Props) {
  const variantId = useId();
  const variant = chosenVariant(tier, settings);
  return (
    <li className={styles.tier}>
      <div className={styles.head}>
        <span className={styles.place}>{place}</span>
        <Badge tone={tier.tone}>{labelText(tier.label)}</Badge>
        <span className={styles.need}>{labelText(tier.need)}</span>
        {tier.variants.length > 1 && (
          <span className={styles.variant}>
            <label htmlFor={variantId}>{t('dashVariant')}</label>
            <select id={variantId} value={variant.id} onChange={(event) => onVariant(event.target.value)}>
              {tier.variants.map(({ id, label }) => (
                <option key={id} value={id}>
                  {labelText(label)}
                </option>
              ))}
            </select>
          </span>
        )}
      </div>
      <ul className={styles.clauses}>
        {variant.all.map((clause) => (
          <li key={`${clause.metric} ${clause.is}`} className={styles.clause}>
            <span className={styles.fact}>
              {labelText(wordsFor(clause.metric).fact)} {signs[clause.is]}
            </span>
            {'threshold' in clause ? (
              <ThresholdField
                threshold={clause.threshold}
                value={valueOf(clause.threshold, settings.thresholds)}
                hint={alsoInText(clause.threshold.id, tier.id, settings)}
                onChange={(value) => onThreshold(clause.threshold.id, value)}
              />
            ) : (
              <span>{metricText(clause.metric, clause.value)}</span>
            )}
          </li>
        ))}
      </ul>
      {variant.note && <p className={styles.note}>{labelText(variant.note)}</p>}
    </li>
  );
}

function chosenVariant({ id, variants }: TierPreset, settings: TierSettings): TierPreset['variants'][number] {
  return variants.find((variant) => variant.id === settings.variants[id]) ?? variants[0]!;
}

/** The other tiers whose line moves along. */
function alsoInText(thresholdId: string, tierId: string, settings: TierSettings): string {
  const names = tiers
    .filter(
      (tier) =>
        tier.id !== tierId &&
        chosenVariant(tier, settings).all.some(
          (clause) => 'threshold' in clause && clause.threshold.id === thresholdId,
        ),
    )
    .map(({ label }) => labelText(label));
  return names.length === 0 ? '' : t('dashAlsoIn', names.join(t('enumeration')));
}
