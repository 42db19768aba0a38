/** The import of this page: it goes on while one looks at another part. */
import { createContext, useContext } from 'react';
import type { Importing } from './useImport.ts';

export const ImportContext = createContext<Importing | null>(null);

/** @throws Error outside of the page that holds it */
export function useImporting(): Importing {
  const importing = useContext(ImportContext);
  if (!importing) throw new Error('expected the page that holds the import');
  return importing;
}
