import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import { libraryTemplate } from '../../lib/replies/own-templates.ts';
import type { ReplyLibrary } from '../../lib/replies/reply-library.ts';
import { readOwnTemplates } from '../../lib/views/replies/own-templates.ts';
import { database } from './database.ts';
import { useKeyedQuery } from './useKeyedQuery.ts';

/** What ships does not change while a page of ours is open: asked once. */
let shipped: Promise<ReplyLibrary> | null = null;

function askShipped(): Promise<ReplyLibrary> {
  shipped ??= toBackground.readReplies({}).catch((error: unknown) => {
    shipped = null;
    throw error;
  });
  return shipped;
}

/** The library, the shop's own templates first; undefined while it is being read, null when the background gave none. */
type Reading = ReplyLibrary | null | undefined;

/** By `KeepLibrary`. */
export const LibraryReading = createContext<{ library: Reading } | null>(null);

/** As it is read around this component. @throws Error where nothing around it reads it */
export function useReplyLibrary(): Reading {
  const reading = useContext(LibraryReading);
  if (!reading) throw new Error('expected `KeepLibrary` around this component');
  return reading.library;
}

export function useLibraryReading(): { library: Reading } {
  const [rules, setRules] = useState<ReplyLibrary | null>();
  useEffect(() => {
    let isCurrent = true;
    const settle = (library: ReplyLibrary | null) => {
      if (isCurrent) setRules(library);
    };
    askShipped().then(settle, () => settle(null));
    return () => {
      isCurrent = false;
    };
  }, []);
  const own = useKeyedQuery('ownTemplates', 0, () => readOwnTemplates(database));
  return useMemo(
    () => ({
      library:
        rules && own
          ? { ...rules, templates: [...own.map(({ template }) => libraryTemplate(template)), ...rules.templates] }
          : rules && undefined,
    }),
    [rules, own],
  );
}
