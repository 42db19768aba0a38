import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import { Button } from '../../ui/Button.tsx';
import type { TableHead } from './examine.ts';
import { Mapping } from './Mapping.tsx';

interface Props {
  table: TableHead;
  /** What is known of its columns; null for nothing. */
  start: ColumnMapping | null;
  onMap: (mapping: ColumnMapping) => void;
}

/** The way to say, or put right, which column of a table is what. */
export function ColumnsByHand({ table, start, onMap }: Props) {
  const [isMapping, setIsMapping] = useState(false);
  if (!isMapping) return <Button onClick={() => setIsMapping(true)}>{t('mapColumns')}</Button>;
  return <Mapping table={table} start={start} onDone={onMap} onCancel={() => setIsMapping(false)} />;
}
