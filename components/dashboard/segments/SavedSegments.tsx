import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import type { SavedSegment } from '../../../lib/model/event.ts';
import { Button } from '../../ui/Button.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { isComposing } from '../../hooks/ime.ts';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { SegmentButton } from './SegmentList.tsx';
import type { SegmentCounts } from './useSegmentCounts.ts';
import styles from './SegmentList.module.css';

interface Props {
  segments: readonly SavedSegment[];
  counts: SegmentCounts;
  current: string;
  onChoose: (query: string) => void;
}

/** The shop's own segments: looked at, given another name, taken away; the last step can be undone. */
export function SavedSegments({ segments, counts, current, onChoose }: Props) {
  const [renamedId, setRenamedId] = useState<string | null>(null);
  const change = useUndoable();
  return (
    <section className={styles.lists} aria-label={t('dashSavedSegments')}>
      <h3 className={styles.title}>{t('dashSavedSegments')}</h3>
      {segments.length === 0 && <p className={styles.empty}>{t('dashNoSaved')}</p>}
      <ul>
        {segments.map((segment) => {
          const { segmentId, label, query } = segment;
          if (segmentId === renamedId)
            return (
              <li key={segmentId}>
                <Rename
                  label={label}
                  onName={(name) => {
                    setRenamedId(null);
                    if (name !== label) change.run(() => toBackground.saveSegment({ ...segment, label: name }));
                  }}
                />
              </li>
            );
          return (
            <li key={segmentId} className={styles.saved}>
              <SegmentButton
                label={label}
                query={query}
                count={counts.get(query)}
                current={current}
                onChoose={onChoose}
              />
              <span className={styles.tools}>
                <Button look="plain" aria-label={t('dashRenameOf', label)} onClick={() => setRenamedId(segmentId)}>
                  {t('dashRename')}
                </Button>
                <Button
                  look="plain"
                  aria-label={t('dashRemoveOf', label)}
                  onClick={() => change.run(() => toBackground.removeSegment({ segmentId }))}
                >
                  {t('dashRemove')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      <div className={styles.note}>
        <UndoNote undoable={change} />
      </div>
    </section>
  );
}

function Rename({ label, onName }: { label: string; onName: (label: string) => void }) {
  const [name, setName] = useState(label);
  const take = () => onName(name.trim() === '' ? label : name.trim());
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <input
        ref={(box) => box?.focus()}
        aria-label={t('dashNameOf', label)}
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) onName(label);
        }}
      />
      <Button type="submit" look="plain">
        {t('dashSave')}
      </Button>
    </form>
  );
}
