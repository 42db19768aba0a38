import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Renders the page into its only element. */
export function mount(page: ReactNode): void {
  createRoot(document.querySelector('#app')!).render(page);
}
