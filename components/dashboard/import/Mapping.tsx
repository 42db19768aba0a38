import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { fieldsOf, mappableFields, type MappableField } from '../../../lib/files/own-kind.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { columnFieldText } from '../../words/imports.ts';
import type { TableHead } from './examine.ts';
import { FieldSlot } from './FieldSlot.tsx';
import { MappingPreview } from './MappingPreview.tsx';
import styles from './mapping.module.css';

interface Props {
  table: TableHead;
  /** What is known of its columns; null for nothing. */
  start: ColumnMapping | null;
  onDone: (mapping: ColumnMapping) => void;
  onCancel: () => void;
}

/** Which column is what: by dragging a column onto a field, or by choosing it there; the first rows show what comes of it. */
export function Mapping({ table, start, onDone, onCancel }: Props) {
  const [platform, setPlatform] = useState<ColumnMapping['platform']>(start?.platform ?? 'jd');
  const [holds, setHolds] = useState<ColumnMapping['holds']>(start?.holds ?? 'orders');
  const [columns, setColumns] = useState<ColumnMapping['columns']>(start?.columns ?? {});
  const names = table.columns.filter((name, index) => name !== '' && table.columns.indexOf(name) === index);
  const needs: readonly MappableField[] = mappableFields[holds].needs;
  const missing = needs.filter((field) => !columns[field]);
  const assign = (field: MappableField, column: string) =>
    setColumns((before) => {
      // A column is one thing: it leaves the field it was in.
      const rest = Object.fromEntries(Object.entries(before).filter(([key, name]) => key !== field && name !== column));
      return column === '' ? rest : { ...rest, [field]: column };
    });
  // As another kind of table it is no longer the export that it was taken for.
  const over = start?.platform === platform && start.holds === holds ? start.over : undefined;
  return (
    <section className={styles.mapping} aria-label={t('mapColumns')}>
      <p className={styles.hint}>{t('mapMeans')}</p>
      <Choices
        label={t('mapPlatform')}
        value={platform}
        options={(['jd', 'taobao'] as const).map((value) => ({ value, label: t(`platform_${value}`) }))}
        onChange={setPlatform}
      />
      <Choices
        label={t('mapHolds')}
        value={holds}
        options={(['orders', 'lines', 'afterSales'] as const).map((value) => ({
          value,
          label: t(`importKind_${value}`),
        }))}
        onChange={(value) => {
          setHolds(value);
          setColumns({});
        }}
      />
      <ul className={styles.columns} aria-label={t('mapTheColumns')}>
        {names.map((name) => (
          <li key={name}>
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- by keyboard a column is chosen in its field's list */}
            <span
              className={styles.column}
              data-used={Object.values(columns).includes(name)}
              draggable
              onDragStart={(event) => event.dataTransfer.setData('text/plain', name)}
            >
              {name}
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.fields}>
        {fieldsOf(holds).map((field) => (
          <FieldSlot
            key={field}
            label={columnFieldText(field)}
            isNeeded={needs.includes(field)}
            column={columns[field] ?? ''}
            columns={names}
            onAssign={(column) => assign(field, column)}
          />
        ))}
      </div>
      <MappingPreview table={table} columns={columns} fields={fieldsOf(holds)} />
      {missing.length > 0 && (
        <p className={styles.hint}>{t('mapMissing', missing.map(columnFieldText).join(t('listSeparator')))}</p>
      )}
      <div className={styles.actions}>
        <Button
          look="primary"
          disabled={missing.length > 0}
          onClick={() => onDone({ platform, holds, columns, ...(over === undefined ? {} : { over }) })}
        >
          {t('mapDone')}
        </Button>
        <Button onClick={onCancel}>{t('libCancel')}</Button>
      </div>
    </section>
  );
}
