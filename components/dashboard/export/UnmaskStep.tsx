import { t } from '../../../lib/browser/i18n.ts';
import type { UnmaskReason } from '../../../lib/model/audit.ts';
import { Note } from '../../ui/Note.tsx';
import { SelectField } from '../../ui/SelectField.tsx';

interface Props {
  reasons: readonly UnmaskReason[];
  reason: UnmaskReason | null;
  onReason: (reason: UnmaskReason | null) => void;
}

/** Names in a file are a second, deliberate step: what that means is said, and a reason is chosen, which is noted. */
export function UnmaskStep({ reasons, reason, onReason }: Props) {
  return (
    <>
      <Note tone="watch">{t('unmaskMeans')}</Note>
      <SelectField
        label={t('unmaskReason')}
        value={reason ?? ''}
        options={[
          { value: '', label: t('unmaskChoose') },
          ...reasons.map((value) => ({ value, label: t(`unmask_${value}`) })),
        ]}
        onChange={(value) => onReason(reasons.find((each) => each === value) ?? null)}
      />
    </>
  );
}
