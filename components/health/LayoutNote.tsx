import { Suspense } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { Note } from '../ui/Note.tsx';
import { later } from '../ui/later.ts';
import { layoutChangeText, lostText } from '../words/fields.ts';
import styles from './LayoutNote.module.css';

const DiagnosticFile = later(async () => (await import('./DiagnosticFile.tsx')).DiagnosticFile);

interface Props {
  /** Of a page whose layout has changed, or seems to have. */
  state: PageState;
  tabId: number | null;
}

/** What of the page is not where it was, since when, and what to do. */
export function LayoutNote({ state: { layoutChanges, health, page }, tabId }: Props) {
  const said =
    layoutChanges.length > 0
      ? layoutChanges.map((change) => layoutChangeText(change, page))
      : [lostText(page, health.rows)];
  return (
    <Note tone="watch" isLive>
      <div className={styles.note}>
        {said.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p>{t('layoutWhatToDo')}</p>
        {tabId !== null && (
          <Suspense fallback={null}>
            <DiagnosticFile tabId={tabId} />
          </Suspense>
        )}
      </div>
    </Note>
  );
}
