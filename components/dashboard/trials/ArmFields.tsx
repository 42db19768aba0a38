import { t } from '../../../lib/browser/i18n.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NumberField } from '../NumberField.tsx';
import { ranges, type ArmDraft } from './trial-draft.ts';
import styles from './Trials.module.css';

interface Props {
  armId: 'a' | 'b';
  arm: ArmDraft;
  onChange: (arm: ArmDraft) => void;
}

const MAX_WORDING = 200;

/** What customers of one arm are given and told. */
export function ArmFields({ armId, arm, onChange }: Props) {
  const name = t(`trialArm_${armId}`);
  return (
    <fieldset className={styles.arm}>
      <legend>{name}</legend>
      <SelectField
        label={t('trialOffer')}
        value={arm.isOwnOffer ? 'own' : 'coupon'}
        options={[
          { value: 'own', label: t('trialOwnOffer') },
          { value: 'coupon', label: t('couponScope_unknown') },
        ]}
        onChange={(value) => onChange({ ...arm, isOwnOffer: value === 'own' })}
      />
      {!arm.isOwnOffer && (
        <>
          <NumberField
            label={t('trialThreshold')}
            value={arm.thresholdYuan}
            min={ranges.yuan[0]}
            max={ranges.yuan[1]}
            onChange={(thresholdYuan) => onChange({ ...arm, thresholdYuan })}
          />
          <NumberField
            label={t('trialFace')}
            value={arm.faceYuan}
            min={ranges.yuan[0]}
            max={ranges.yuan[1]}
            onChange={(faceYuan) => onChange({ ...arm, faceYuan })}
          />
          <NumberField
            label={t('trialValidDays')}
            value={arm.validDays}
            min={ranges.validDays[0]}
            max={ranges.validDays[1]}
            onChange={(validDays) => onChange({ ...arm, validDays })}
          />
        </>
      )}
      <TextField
        label={t('trialWords')}
        value={arm.wording}
        maxLength={MAX_WORDING}
        onChange={(wording) => onChange({ ...arm, wording })}
      />
    </fieldset>
  );
}
