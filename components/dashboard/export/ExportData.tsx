import { useRef, useState } from 'react';
import { labelText, t } from '../../../lib/browser/i18n.ts';
import type { ExportFormat } from '../../../lib/files/write-table.ts';
import { exportSets, unmaskReasons, type ExportSet, type UnmaskReason } from '../../../lib/model/audit.ts';
import { dayOf, formatDay } from '../../../lib/model/shanghai-time.ts';
import { quickSegments } from '../../../lib/rules/segments.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { readSavedSegments } from '../../../lib/views/segments/segments.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Note } from '../../ui/Note.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { errorText } from '../../words/files.ts';
import { DashSection } from '../DashSection.tsx';
import styles from '../data/data.module.css';
import { countText } from '../numbers.ts';
import { saveTable } from './save-table.ts';
import { UnmaskStep } from './UnmaskStep.tsx';

type Saving =
  | { kind: 'idle' }
  | { kind: 'busy'; rows: number; of: number | null }
  | { kind: 'done'; rows: number }
  | { kind: 'cancelled' }
  | { kind: 'failed'; why: string };

/** Customers, orders and contacts of a shop as tables. Names are masked unless somebody deliberately says otherwise. */
export function ExportData({ shop }: { shop: ShopChoice }) {
  const [what, setWhat] = useState<ExportSet>('customers');
  const [query, setQuery] = useState(quickSegments[0]!.query);
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [names, setNames] = useState<'masked' | 'whole'>('masked');
  const [reason, setReason] = useState<UnmaskReason | null>(null);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const cancelling = useRef<AbortController>(null);
  const saved = useKeyedQuery('segments', 0, () => readSavedSegments(database)) ?? [];
  const isWhole = names === 'whole' && what !== 'audit';
  const save = async () => {
    const controller = new AbortController();
    cancelling.current = controller;
    const name = `liuke-${what}-${formatDay(dayOf(Date.now()))}.${format}`;
    const onRows = (rows: number, of: number | null) => setSaving({ kind: 'busy', rows, of });
    try {
      const wish = { what, shop, query, isMasked: !isWhole };
      const wanted = { ...wish, format, name, reason: isWhole ? reason : null, onRows, signal: controller.signal };
      onRows(0, null);
      const rows = await saveTable(wanted);
      setSaving(rows === null ? { kind: 'cancelled' } : { kind: 'done', rows });
    } catch (error) {
      const isClosed = error instanceof DOMException && error.name === 'AbortError';
      setSaving(isClosed ? { kind: 'idle' } : { kind: 'failed', why: errorText(error) });
    }
    // Of the next file it is to be said again.
    setNames('masked');
    setReason(null);
  };
  return (
    <DashSection title={t('export')} definition={t('exportMeans')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <SelectField
          label={t('exportWhat')}
          value={what}
          options={exportSets.map((value) => ({ value, label: t(`export_${value}`) }))}
          onChange={(value) => setWhat(value as ExportSet)}
        />
        {what === 'segment' && (
          <SelectField
            label={t('dash_segments')}
            value={query}
            options={[...quickSegments.map((each) => ({ ...each, label: labelText(each.label) })), ...saved].map(
              (each) => ({ value: each.query, label: each.label }),
            )}
            onChange={setQuery}
          />
        )}
        <Choices
          label={t('exportFormat')}
          value={format}
          options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: t(`exportFormat_${value}`) }))}
          onChange={setFormat}
        />
        {what !== 'audit' && (
          <Choices
            label={t('exportNames')}
            value={names}
            options={(['masked', 'whole'] as const).map((value) => ({ value, label: t(`exportNames_${value}`) }))}
            onChange={setNames}
          />
        )}
        {isWhole && <UnmaskStep reasons={unmaskReasons} reason={reason} onReason={setReason} />}
        <Button type="submit" look="primary" disabled={saving.kind === 'busy' || (isWhole && reason === null)}>
          {t(isWhole ? 'exportSaveWhole' : 'exportSave')}
        </Button>
      </form>
      <ExportState saving={saving} onCancel={() => cancelling.current?.abort()} />
    </DashSection>
  );
}

function ExportState({ saving, onCancel }: { saving: Saving; onCancel: () => void }) {
  switch (saving.kind) {
    case 'busy':
      return (
        <>
          <progress
            className={styles.progress}
            {...(saving.of === null ? {} : { value: saving.rows, max: Math.max(1, saving.of) })}
            aria-label={t('export')}
          />
          <Note tone="calm" isLive>
            {saving.of === null
              ? t('exportRunning', countText(saving.rows))
              : t('exportRunningOf', countText(saving.rows), countText(saving.of))}
            <Button look="plain" onClick={onCancel}>
              {t('exportCancel')}
            </Button>
          </Note>
        </>
      );
    case 'done':
      return (
        <Note tone="good" isLive>
          {t('exportDone', countText(saving.rows))}
        </Note>
      );
    case 'cancelled':
      return (
        <Note tone="plain" isLive>
          {t('exportCancelled')}
        </Note>
      );
    case 'failed':
      return (
        <Note tone="risk" isLive>
          {t('exportFailed', saving.why)}
        </Note>
      );
    default:
      return null;
  }
}
