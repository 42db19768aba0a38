import { useEffect, useState } from 'react';
import { readPageAccess, watchPageAccess, type PageAccess } from '../../lib/browser/page-access.ts';

/** Which platforms' pages may be read, now and whenever that changes; null while it is being asked. */
export function usePageAccess(): PageAccess | null {
  const [access, setAccess] = useState<PageAccess | null>(null);
  useEffect(() => {
    void readPageAccess().then(setAccess);
    return watchPageAccess(setAccess);
  }, []);
  return access;
}
