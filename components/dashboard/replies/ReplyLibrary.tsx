import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import type { ReplyLibrary as Library } from '../../../lib/replies/reply-library.ts';
import { UNUSED_DAYS } from '../../../lib/replies/own-templates.ts';
import { COUNTED_DAYS, FOLLOWING_DAYS } from '../../../lib/views/replies/reply-outcomes.ts';
import { useReplyLibrary } from '../../hooks/useReplyLibrary.ts';
import { KeepLibrary } from '../../reply/KeepLibrary.tsx';
import { LibraryContext } from '../../reply/library-context.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { DashSection } from '../DashSection.tsx';
import { UndoNote } from '../../ui/UndoNote.tsx';
import { useUndoable } from '../../hooks/useUndoable.ts';
import { ImportReplies } from './ImportReplies.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { LibraryList } from './LibraryList.tsx';
import { LibraryTools } from './LibraryTools.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { everything, type LibraryRow } from './library-rows.ts';
import { copyOf, draftOf, emptyDraft, type Draft } from './template-draft.ts';
import { useReplyRows } from './useReplyRows.ts';
import styles from './ReplyLibrary.module.css';

interface Props {
  /** Whose compliance rules hold, besides the shipped ones. */
  shopId: string | null;
}

/** The replies of the shop and those that ship: found, written, copied, put away, brought in and out. */
export function ReplyLibrary(props: Props) {
  return (
    <KeepLibrary>
      <Read {...props} />
    </KeepLibrary>
  );
}

function Read({ shopId }: Props) {
  const library = useReplyLibrary();
  if (library === undefined) return null;
  if (library === null) return <EmptyLine>{t('repliesUnavailable')}</EmptyLine>;
  return (
    <LibraryContext value={library}>
      <Loaded library={library} shopId={shopId} />
    </LibraryContext>
  );
}

function Loaded({ library, shopId }: { library: Library; shopId: string | null }) {
  const { rows, groups } = useReplyRows(library);
  const [filter, setFilter] = useState(everything);
  const [query, setQuery] = useState('');
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const change = useUndoable();
  const own = rows.filter((row) => row.own !== null);
  const count = (state: LibraryRow['retirement']) => own.filter(({ retirement }) => retirement === state).length;
  const firstState = (['expired', 'unused', 'unanswered'] as const).find((state) => count(state) > 0);

  return (
    <DashSection
      title={t('dash_replies')}
      definition={t('libMeans')}
      ground={`${t('libGround', own.length, rows.length - own.length)} · ${t('libOutcomeMeans', COUNTED_DAYS, FOLLOWING_DAYS)}`}
      aside={<UndoNote undoable={change} />}
    >
      <LibraryTools
        own={own.flatMap((row) => row.own ?? [])}
        onNew={() => setDraft(emptyDraft(filter.scene))}
        onImport={() => setIsImporting(!isImporting)}
      />
      {isImporting && <ImportReplies shopId={shopId} onDone={() => setIsImporting(false)} />}
      {draft && (
        <TemplateEditor
          key={draft.templateId}
          draft={draft}
          groups={groups}
          shopId={shopId}
          onSaved={(command) => {
            change.run(command);
            setDraft(null);
          }}
          onCancel={() => setDraft(null)}
        />
      )}
      {firstState && (
        <p className={styles.retire}>
          {t('libRetire', count('expired'), count('unused'), UNUSED_DAYS, count('unanswered'))}
          <Button look="plain" onClick={() => setFilter({ ...everything, whose: 'own', state: firstState })}>
            {t('libRetireShow')}
          </Button>
        </p>
      )}
      <LibraryFilters filter={filter} groups={groups} query={query} onFilter={setFilter} onQuery={setQuery} />
      <LibraryList
        rows={rows}
        filter={filter}
        query={query}
        onEdit={(row) => setDraft(draftOf(row))}
        onCopy={(row) => setDraft(copyOf(row))}
        onRemove={change.run}
      />
    </DashSection>
  );
}
