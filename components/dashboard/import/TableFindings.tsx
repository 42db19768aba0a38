import { t } from '../../../lib/browser/i18n.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import type { ShopChoice } from '../../../lib/views/shops/insight-view.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Note } from '../../ui/Note.tsx';
import { columnFieldText, importKindText } from '../../words/imports.ts';
import { countText } from '../numbers.ts';
import { ColumnsByHand } from './ColumnsByHand.tsx';
import type { ReadableTable } from './examine.ts';
import { Facts } from './Facts.tsx';
import { OlderThanKept } from './OlderThanKept.tsx';
import { RefusalList } from './RefusalList.tsx';
import type { WantedShop } from './useImport.ts';
import styles from './import.module.css';

interface Props {
  table: ReadableTable;
  /** One of several in an archive. */
  isNamed: boolean;
  shop: WantedShop | undefined;
  shops: readonly ShopChoice[];
  onMap: (mapping: ColumnMapping) => void;
}

/** What one table comes to, before anything of it is written. */
export function TableFindings({ table, isNamed, shop, shops, onMap }: Props) {
  const { summary, preview, refusals, again, name } = table;
  const refused = Object.values(refusals).reduce((sum, { count }) => sum + count, 0);
  const elsewhere = ordersElsewhere(table, shop, shops);
  const known = preview.newer + preview.same;
  const facts: [string, string | null][] = [
    [t('importRows'), countText(summary.rows)],
    [t('importFresh'), countText(preview.fresh)],
    [t('importNewer'), countText(preview.newer)],
    [t('importSame'), countText(preview.same)],
    [t('importRefused'), refused > 0 ? countText(refused) : null],
    [t('importDates'), summary.dates && datesText(summary.dates)],
    [t('importBuyers'), table.holds === 'orders' ? countText(summary.buyers) : null],
    [t('importMasked'), summary.maskedOrders > 0 ? countText(summary.maskedOrders) : null],
    [t('importLines'), summary.lines > 0 ? countText(summary.lines) : null],
  ];
  return (
    <section className={styles.table} aria-label={name}>
      <p className={styles.kind}>
        {importKindText(table)}
        {isNamed && <span className={styles.hint}> {name}</span>}
      </p>
      <Facts facts={facts} />
      {known > 0 && <p className={styles.hint}>{t('importKnown', countText(known))}</p>}
      {again > 0 && <p className={styles.hint}>{t('importAgain', countText(again))}</p>}
      {preview.withoutOrder > 0 && <Note tone="calm">{t('importWithoutOrder', countText(preview.withoutOrder))}</Note>}
      {elsewhere > 0 && <Note tone="watch">{t('importElsewhere', countText(elsewhere))}</Note>}
      {table.holds === 'orders' && summary.dates && <OlderThanKept from={summary.dates.from} />}
      <RefusalList refusals={refusals} />
      {summary.unknownColumns.length > 0 && (
        <Disclosure summary={t('importUnknownColumns', summary.unknownColumns.length)}>
          <p className={styles.hint}>{summary.unknownColumns.join(t('listSeparator'))}</p>
        </Disclosure>
      )}
      {table.lacking.length > 0 && (
        <Note tone="watch">{t('importLacking', table.lacking.map(columnFieldText).join(t('listSeparator')))}</Note>
      )}
      <ColumnsByHand table={table} start={readAs(table)} onMap={onMap} />
    </section>
  );
}

/** How it is read now, as a person could have said it. */
function readAs({ platform, holds, kind, found, mapping }: ReadableTable): ColumnMapping {
  return mapping ?? { platform, holds, columns: found, over: kind };
}

function datesText({ from, to }: { from: string; to: string }): string {
  return from === to ? from : t('importFromTo', from, to);
}

/** Orders that stand in a shop that is not the chosen one; those of pages that named none come along. */
function ordersElsewhere(
  { preview }: ReadableTable,
  shop: WantedShop | undefined,
  shops: readonly ShopChoice[],
): number {
  const chosenId = shop && 'shopId' in shop ? shop.shopId : null;
  return shops
    .filter(({ shopId, name }) => shopId !== chosenId && name !== null)
    .reduce((sum, { shopId }) => sum + (preview.ofShops[shopId] ?? 0), 0);
}
