import { useDeferredValue, useMemo } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { indexReplies, searchReplies } from '../../../lib/replies/search/search-replies.ts';
import { templateName, useLibrary } from '../../reply/library-context.ts';
import { EmptyLine } from '../../ui/EmptyLine.tsx';
import { InPortions } from '../../ui/InPortions.tsx';
import { LibraryItem } from './LibraryItem.tsx';
import { isWanted, type LibraryFilter, type LibraryRow } from './library-rows.ts';
import styles from './ReplyLibrary.module.css';

interface Props {
  rows: readonly LibraryRow[];
  filter: LibraryFilter;
  query: string;
  onEdit: (row: LibraryRow) => void;
  onCopy: (row: LibraryRow) => void;
  onRemove: (command: () => Promise<{ eventId: string }>) => void;
}

/** The replies that fit, a screenful at a time: thousands are searched, not drawn. */
export function LibraryList({ rows, filter, query, onEdit, onCopy, onRemove }: Props) {
  const library = useLibrary();
  const typed = useDeferredValue(query);
  const wanted = useMemo(() => rows.filter((row) => isWanted(row, filter)), [rows, filter]);
  const found = useMemo(() => {
    if (typed.trim() === '') return wanted;
    const index = indexReplies(
      wanted.map(({ template }) => template),
      (template) => templateName(library, template),
    );
    const byId = new Map(wanted.map((row) => [row.template.id, row]));
    return searchReplies(index, typed).flatMap(({ id }) => byId.get(id) ?? []);
  }, [wanted, typed, library]);
  const isEmpty = filter.whose === 'own' && !rows.some(({ own }) => own !== null);

  if (found.length === 0) return <EmptyLine>{t(isEmpty ? 'libEmpty' : 'libNothing')}</EmptyLine>;
  return (
    <>
      <p className={styles.found}>{t('libFound', found.length)}</p>
      <InPortions key={JSON.stringify([filter, typed])} rows={found}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map((row) => (
              <LibraryItem
                key={row.template.id}
                row={row}
                onEdit={() => onEdit(row)}
                onCopy={() => onCopy(row)}
                onRemove={() => {
                  const { own } = row;
                  if (own) onRemove(() => toBackground.removeTemplate({ templateId: own.templateId }));
                }}
              />
            ))}
          </ul>
        )}
      </InPortions>
    </>
  );
}
