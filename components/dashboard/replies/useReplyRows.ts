import { useMemo } from 'react';
import { readOwnTemplates } from '../../../lib/views/replies/own-templates.ts';
import type { ReplyLibrary } from '../../../lib/replies/reply-library.ts';
import { database } from '../../hooks/database.ts';
import { useKeyedQuery } from '../../hooks/useKeyedQuery.ts';
import { useNow } from '../../hooks/useNow.ts';
import { useReplyOutcomes } from '../../hooks/useReplyOutcomes.ts';
import { groupsOf, rowsOf, type LibraryRow } from './library-rows.ts';

const none: readonly never[] = [];

/** Every reply there is with its usage, own ones first; and the drawers that are in use. */
export function useReplyRows(library: ReplyLibrary): { rows: LibraryRow[]; groups: string[] } {
  const now = useNow();
  const usage = useReplyOutcomes();
  const kept = useKeyedQuery('keptTemplates', 0, () => readOwnTemplates(database)) ?? none;
  return useMemo(
    () => ({ rows: rowsOf(library, kept, usage, now), groups: groupsOf(kept) }),
    [library, kept, usage, now],
  );
}
