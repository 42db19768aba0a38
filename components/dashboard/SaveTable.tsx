import type { RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { writeCsv } from '../../lib/files/write-csv.ts';
import { Button } from '../ui/Button.tsx';
import { saveFile } from './save-file.ts';

interface Props {
  /** What the tables are looked for in. */
  within: RefObject<HTMLElement | null>;
  /** Of the file, without its ending. */
  name: string;
}

/** The tables of a part of the page as a file, just as they stand there; noted in the audit list as every export is. */
export function SaveTable({ within, name }: Props) {
  const save = () => {
    if (!within.current) return;
    const rows = rowsOf(within.current);
    saveFile(`${name}.csv`, writeCsv(rows));
    void toBackground.noteExport({ kind: 'exported', what: 'shownTable', rows: rows.length });
  };
  return (
    <Button look="plain" title={t('dashSaveTableMeans')} onClick={save}>
      {t('dashSaveTable')}
    </Button>
  );
}

/** Several tables one below the other, an empty row between them. */
function rowsOf(part: HTMLElement): string[][] {
  const tables = [...part.querySelectorAll('table')].map((table) =>
    [...table.rows].map((row) => [...row.cells].map(textOf)),
  );
  return tables.flatMap((rows, at) => (at === 0 ? rows : [[], ...rows]));
}

/** What is drawn apart in a cell, such as a median and its spread, stays apart. */
function textOf(cell: HTMLElement): string {
  const texts = [...cell.childNodes].map((node) => node.textContent?.trim() ?? '');
  return texts.filter((text) => text !== '' && text !== '·').join(' ');
}
