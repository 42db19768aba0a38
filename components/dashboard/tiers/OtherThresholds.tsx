import { useMemo } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { Measures } from '../../../lib/insight/measures/measures.ts';
import type { BandScale } from '../../../lib/insight/tiers/band-schema.ts';
import { valueOf, type ThresholdValues } from '../../../lib/insight/tiers/threshold.ts';
import { bandScales } from '../../../lib/rules/tiers.ts';
import { bandCounts } from '../../../lib/views/shops/shop-overview.ts';
import { DashSection } from '../DashSection.tsx';
import { countText } from '../numbers.ts';
import { ThresholdField } from './ThresholdField.tsx';
import styles from './OtherThresholds.module.css';

interface Props {
  measures: Measures;
  values: ThresholdValues;
  onThreshold: (thresholdId: string, value: number | null) => void;
}

/** What no tier looks at: where the bands of baskets, frequency and levels run. */
export function OtherThresholds({ measures, values, onThreshold }: Props) {
  return (
    <DashSection title={t('dashOtherThresholds')} definition={t('dashOtherThresholdsMeans')}>
      {bandScales.map((scale) => (
        <Cuts key={scale.id} scale={scale} measures={measures} values={values} onThreshold={onThreshold} />
      ))}
    </DashSection>
  );
}

/** The cuts of one scale, each between its neighbours, and how many customers are in each band. */
function Cuts({ scale, measures, values, onThreshold }: Props & { scale: BandScale }) {
  const thresholds = scale.cuts.map(({ threshold }) => threshold);
  const set = thresholds.map((threshold) => valueOf(threshold, values));
  // Of all values, only its own let a scale be counted anew: a quantile takes a while in a big shop.
  const own = JSON.stringify(Object.fromEntries(thresholds.map(({ id }) => [id, values[id]])));
  const { rows } = useMemo(
    () => bandCounts(scale, measures, JSON.parse(own) as ThresholdValues),
    [scale, measures, own],
  );
  return (
    <fieldset className={styles.scale}>
      <legend className={styles.name}>{labelText(scale.label)}</legend>
      {thresholds.map((threshold, at) => (
        <div key={threshold.id} className={styles.line}>
          <span>{labelText(threshold.label)}</span>
          <ThresholdField
            threshold={threshold}
            value={set[at]!}
            limits={[
              Math.max(threshold.min, ...set.slice(0, at).filter((value) => value !== null)),
              Math.min(threshold.max, ...set.slice(at + 1).filter((value) => value !== null)),
            ]}
            onChange={(value) => onThreshold(threshold.id, value)}
          />
        </div>
      ))}
      <p className={styles.counts}>
        {rows.map(({ label, count }) => `${labelText(label)} ${countText(count)}`).join(' · ')}
      </p>
    </fieldset>
  );
}
