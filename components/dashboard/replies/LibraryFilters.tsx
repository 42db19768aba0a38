import { labelText, t } from '../../../lib/browser/i18n.ts';
import { UNUSED_DAYS } from '../../../lib/replies/own-templates.ts';
import { useLibrary } from '../../reply/library-context.ts';
import { toneOptions } from '../../reply/ToneChoice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { LibraryFilter } from './library-rows.ts';
import styles from './ReplyLibrary.module.css';

interface Props {
  filter: LibraryFilter;
  groups: readonly string[];
  query: string;
  onFilter: (filter: LibraryFilter) => void;
  onQuery: (query: string) => void;
}

const ANY = '*';

/** What of the library is to be seen. */
export function LibraryFilters({ filter, groups, query, onFilter, onQuery }: Props) {
  const { scenes } = useLibrary();
  const any = { value: ANY, label: t('libState_any') };
  const take = (key: Exclude<keyof LibraryFilter, 'whose'>) => (value: string) =>
    onFilter({ ...filter, [key]: value === ANY ? null : value });
  const groupOptions = groups.map((group) => ({ value: group, label: group }));
  return (
    <div className={styles.filters}>
      <TextField
        type="search"
        label={t('searchReplies')}
        placeholder={t('replySearchHint')}
        value={query}
        onChange={onQuery}
      />
      <SelectField
        label={t('libWhose')}
        value={filter.whose}
        options={[
          { value: 'all', label: t('libAll') },
          { value: 'own', label: t('libOwn') },
          { value: 'shipped', label: t('libShipped') },
        ]}
        onChange={(whose) => onFilter({ ...filter, whose: whose as LibraryFilter['whose'] })}
      />
      <SelectField
        label={t('libScene')}
        value={filter.scene ?? ANY}
        options={[any, ...scenes.map(({ id, label }) => ({ value: id, label: labelText(label) }))]}
        onChange={take('scene')}
      />
      <SelectField
        label={t('libTone')}
        value={filter.tone ?? ANY}
        options={[any, ...toneOptions()]}
        onChange={take('tone')}
      />
      <SelectField
        label={t('libPlatform')}
        value={filter.platform ?? ANY}
        options={[any, { value: 'jd', label: t('platform_jd') }, { value: 'taobao', label: t('platform_taobao') }]}
        onChange={take('platform')}
      />
      <SelectField
        label={t('libGroup')}
        value={filter.group ?? ANY}
        options={[any, ...groupOptions, { value: '', label: t('libNoGroup') }]}
        onChange={take('group')}
      />
      <SelectField
        label={t('libState')}
        value={filter.state ?? ANY}
        options={[
          any,
          { value: 'expired', label: t('libState_expired') },
          { value: 'unused', label: t('libState_unused', UNUSED_DAYS) },
          { value: 'unanswered', label: t('libState_unanswered') },
        ]}
        onChange={take('state')}
      />
    </div>
  );
}
