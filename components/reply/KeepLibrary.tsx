import type { ReactNode } from 'react';
import { LibraryReading, useLibraryReading } from '../hooks/useReplyLibrary.ts';

/** Reads the reply library for all that stands within: cards come and go, and none of them waits for it anew. */
export function KeepLibrary({ children }: { children: ReactNode }) {
  return <LibraryReading value={useLibraryReading()}>{children}</LibraryReading>;
}
