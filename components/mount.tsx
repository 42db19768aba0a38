import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { t } from '../lib/browser/i18n.ts';
import { followLock } from './hooks/useLock.ts';
import { StoreGate } from './health/StoreGate.tsx';
import { Failure } from './health/Failure.tsx';

/** Puts a view into one of our pages, in the interface's language. */
export function mount(view: ReactNode): void {
  document.title = t('appName');
  followLock();
  document.documentElement.lang = t('documentLanguage');
  createRoot(document.querySelector('#root')!).render(
    <StoreGate>
      <Failure>{view}</Failure>
    </StoreGate>,
  );
}
