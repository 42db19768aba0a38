import { useId } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import { stageIds } from '../../../lib/files/template-columns.ts';
import { DAY_MS, formatDay } from '../../../lib/model/shanghai-time.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { useLibrary } from '../../reply/library-context.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ConditionField } from './ConditionField.tsx';
import type { Draft } from './template-draft.ts';
import styles from './TemplateEditor.module.css';

interface Props {
  draft: Draft;
  /** Drawers that are in use, to be offered. */
  groups: readonly string[];
  onChange: (changes: Partial<Draft>) => void;
}

/** Everything about a reply but its words. */
export function TemplateFields({ draft, groups, onChange }: Props) {
  const { scenes } = useLibrary();
  const groupsId = useId();
  return (
    <div className={styles.fields}>
      <TextField label={t('libName')} value={draft.name} maxLength={40} onChange={(name) => onChange({ name })} />
      <SelectField
        label={t('libScene')}
        value={draft.scene}
        options={[
          ...(draft.scene === '' ? [{ value: '', label: t('chooseScene') }] : []),
          ...scenes.map(({ id, label }) => ({ value: id, label: labelText(label) })),
        ]}
        onChange={(scene) => onChange({ scene })}
      />
      <TextField
        label={t('libGroup')}
        value={draft.group ?? ''}
        maxLength={20}
        list={groupsId}
        onChange={(group) => onChange({ group: group || null })}
      />
      <datalist id={groupsId}>
        {groups.map((group) => (
          <option key={group} value={group}>
            {group}
          </option>
        ))}
      </datalist>
      <SelectField
        label={t('libPlatform')}
        value={draft.platforms.join(' ')}
        options={[
          { value: 'jd taobao', label: t('libBoth') },
          { value: 'jd', label: t('platform_jd') },
          { value: 'taobao', label: t('platform_taobao') },
        ]}
        onChange={(value) => onChange({ platforms: value.split(' ') as Draft['platforms'] })}
      />
      <ConditionField
        label={t('libTier')}
        any={t('libAnyTier')}
        chosen={draft.tierIds ?? []}
        options={tiers.map(({ id, label }) => ({ value: id, label: labelText(label) }))}
        onChange={(tierIds) => onChange({ tierIds })}
      />
      <ConditionField
        label={t('libStage')}
        any={t('libAnyStage')}
        chosen={draft.stages ?? []}
        options={stageIds.map((stage) => ({ value: stage, label: t(`stage_${stage}`) }))}
        onChange={(stages) => onChange({ stages })}
      />
      <TextField
        label={t('libOwner')}
        value={draft.owner ?? ''}
        maxLength={20}
        onChange={(owner) => onChange({ owner: owner || null })}
      />
      <TextField
        label={t('libExpiry')}
        type="date"
        value={draft.expiresDay === null ? '' : formatDay(draft.expiresDay)}
        onChange={(day) => onChange({ expiresDay: day === '' ? null : Date.parse(`${day}T00:00:00Z`) / DAY_MS })}
      />
    </div>
  );
}
