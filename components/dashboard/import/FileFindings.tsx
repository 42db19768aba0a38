import { t } from '../../../lib/browser/i18n.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Note } from '../../ui/Note.tsx';
import { fileProblemText } from '../../words/files.ts';
import { countText } from '../numbers.ts';
import { ColumnsByHand } from './ColumnsByHand.tsx';
import { isReadable, type ExaminedFile, type UnreadTable } from './examine.ts';
import { TableFindings } from './TableFindings.tsx';
import type { ChosenFile, WantedShop } from './useImport.ts';
import styles from './import.module.css';

interface Props {
  chosen: ChosenFile;
  shopFor: Partial<Record<Platform, WantedShop>>;
  shops: readonly ShopChoice[];
  onRemove: () => void;
  onMap: (mapping: ColumnMapping) => void;
}

/** What is in one chosen file, table by table. */
export function FileFindings({ chosen: { file, state }, shopFor, shops, onRemove, onMap }: Props) {
  return (
    <article className={styles.file} aria-label={file.name}>
      <header className={styles.head}>
        <h3 className={styles.name} title={file.name}>
          {file.name}
        </h3>
        <Button look="plain" onClick={onRemove} aria-label={t('importRemoveFile', file.name)}>
          {t('importRemove')}
        </Button>
      </header>
      {state.kind === 'reading' && (
        <Note tone="calm" isLive>
          {t('importReading', countText(state.rows))}
        </Note>
      )}
      {state.kind === 'failed' && (
        <Note tone="risk" isLive>
          {state.why}
        </Note>
      )}
      {state.kind === 'read' && (
        <TablesFound tables={state.examined.tables} shopFor={shopFor} shops={shops} onMap={onMap} />
      )}
    </article>
  );
}

interface Found extends Pick<Props, 'shopFor' | 'shops' | 'onMap'> {
  tables: ExaminedFile['tables'];
}

function TablesFound({ tables, shopFor, shops, onMap }: Found) {
  const readable = tables.filter(isReadable);
  const unread = tables.flatMap((table) => (isReadable(table) ? [] : [table]));
  // Beside the sheet of an export there may be sheets of anything.
  const beside = readable.length === 0 ? [] : unread.filter(isOtherSheet);
  return (
    <>
      {readable.map((table) => (
        <TableFindings
          key={table.table}
          table={table}
          isNamed={tables.length > 1}
          shop={shopFor[table.platform]}
          shops={shops}
          onMap={onMap}
        />
      ))}
      {unread
        .filter((table) => !beside.includes(table))
        .map((table) => (
          <Unread key={table.table} table={table} onMap={onMap} />
        ))}
      {beside.length > 0 && (
        <Disclosure
          summary={t('importOtherSheets', beside.length, beside.map(({ sheet }) => sheet).join(t('listSeparator')))}
        >
          {beside.map((table) => (
            <Unread key={table.table} table={table} onMap={onMap} />
          ))}
        </Disclosure>
      )}
    </>
  );
}

function isOtherSheet({ sheet, problem }: UnreadTable): boolean {
  return sheet !== null && problem.kind === 'unknownColumns';
}

function Unread({ table, onMap }: { table: UnreadTable; onMap: (mapping: ColumnMapping) => void }) {
  const { problem, name, sheet } = table;
  const isUnknown = problem.kind === 'unknownColumns';
  return (
    <section className={styles.table} aria-label={name}>
      {sheet !== null && <p className={styles.kind}>{name}</p>}
      <Note tone={isUnknown ? 'watch' : 'risk'} isLive>
        {fileProblemText(problem)}
      </Note>
      {isUnknown && <ColumnsByHand table={table} start={null} onMap={onMap} />}
    </section>
  );
}
