import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { retentionChoices, retentionKinds, type Retention, type RetentionKind } from '../../../lib/model/retention.ts';
import { readRetention } from '../../../lib/views/data/retention.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';
import { countedLabel, countsText } from '../../words/audit.ts';
import { DashSection } from '../DashSection.tsx';
import styles from './privacy.module.css';

type Saving = 'none' | 'busy' | 'saved' | 'failed';

/** How long each kind is kept. What a shorter term would delete is counted before it can be saved. */
export function RetentionTerms() {
  const stored = useKeyedQuery('retention', 0, () => readRetention(database));
  const [draft, setDraft] = useState<Retention | null>(null);
  const [saving, setSaving] = useState<Saving>('none');
  if (!stored) return null;
  const terms = draft ?? stored;
  const isChanged = retentionKinds.some((kind) => terms[kind] !== stored[kind]);
  const save = async () => {
    setSaving('busy');
    try {
      await toBackground.setRetention(terms);
      setSaving('saved');
      setDraft(null);
    } catch {
      setSaving('failed');
    }
  };
  return (
    <DashSection title={t('keeping')} definition={t('keepingMeans')}>
      <ul className={styles.terms}>
        {retentionKinds.map((kind) => (
          <Term
            key={kind}
            kind={kind}
            days={terms[kind]}
            onDays={(days) => {
              setSaving('none');
              setDraft({ ...terms, [kind]: days });
            }}
          />
        ))}
      </ul>
      {isChanged && <WouldGo terms={terms} isBusy={saving === 'busy'} onSave={() => void save()} />}
      {saving === 'saved' && (
        <Note tone="good" isLive>
          {t('keepingSaved')}
        </Note>
      )}
      {saving === 'failed' && (
        <Note tone="risk" isLive>
          {t('dashNotSaved')}
        </Note>
      )}
    </DashSection>
  );
}

function Term({ kind, days, onDays }: { kind: RetentionKind; days: number; onDays: (days: number) => void }) {
  return (
    <li className={styles.term}>
      <label>
        <span className={styles.kind}>{countedLabel(kind)}</span>
        <select value={days} onChange={(event) => onDays(Number(event.target.value))}>
          {retentionChoices[kind].map((choice) => (
            <option key={choice} value={choice}>
              {termText(choice)}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.why}>{t(`keepingOf_${kind}`)}</span>
    </li>
  );
}

function termText(days: number): string {
  return days % 365 === 0 ? t('keepingYears', days / 365) : t('days', days);
}

/** Asked of the writer anew for every choice; only what was counted can be saved. */
function WouldGo({ terms, isBusy, onSave }: { terms: Retention; isBusy: boolean; onSave: () => void }) {
  const counts = useKeyedQuery(JSON.stringify(terms), 0, async () => await toBackground.countExpired(terms));
  return (
    <>
      <Note tone="watch" isLive>
        {counts === undefined ? t('keepingCounting') : t('keepingWouldGo', countsText(counts) || t('none'))}
      </Note>
      <Button look="primary" className={styles.save} disabled={counts === undefined || isBusy} onClick={onSave}>
        {t('keepingSave')}
      </Button>
    </>
  );
}
