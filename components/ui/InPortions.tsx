import { useState, type ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { Button } from './Button.tsx';

const AT_ONCE = 50;

interface Props<Row> {
  rows: readonly Row[];
  children: (shown: readonly Row[]) => ReactNode;
}

/** The head of a long list, and a click for more of it: thousands of rows are counted, not drawn. With another key it begins anew. */
export function InPortions<Row>({ rows, children }: Props<Row>) {
  const [count, setCount] = useState(AT_ONCE);
  return (
    <>
      {children(rows.slice(0, count))}
      {rows.length > count && (
        <Button onClick={() => setCount(count + AT_ONCE)}>
          {t('showMore', Math.min(AT_ONCE, rows.length - count))}
        </Button>
      )}
    </>
  );
}
