import type { ReactNode } from 'react';
import table from './table.module.css';

/** What is wider than the window must be scrolled without a mouse, too. */
const byKeyboard = { tabIndex: 0 };

/** A table, or a chart, that is scrolled within its own place. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={table.scroll} aria-label={label} {...byKeyboard}>
      {children}
    </section>
  );
}
