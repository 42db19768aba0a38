/** Which of the mappings that people named a chosen file is read by: those of its shop come first. */
import { mappingFor } from '../../../lib/files/own-kind.ts';
import type { ColumnMapping } from '../../../lib/model/column-mapping.ts';
import type { ShopColumnMapping } from '../../../lib/views/data/column-mappings.ts';
import type { ChosenFile, WantedShop } from './useImport.ts';

/** @param mappings the newest first */
export function mappingsInOrder(
  mappings: readonly ShopColumnMapping[],
  shops: readonly (WantedShop | undefined)[],
): ColumnMapping[] {
  const chosen = new Set(shops.flatMap((shop) => (shop && 'shopId' in shop ? [shop.shopId] : [])));
  const rank = ({ shopId }: ShopColumnMapping) => (chosen.has(shopId) ? 0 : 1);
  return mappings.toSorted((a, b) => rank(a) - rank(b)).map(({ mapping }) => mapping);
}

/** Whether a file was read by other mappings than it would be now. */
export function isReadOtherwise({ state, named }: ChosenFile, said: readonly ColumnMapping[]): boolean {
  if (state.kind !== 'read') return false;
  return state.examined.tables.some((table) => {
    const before = 'mapping' in table ? table.mapping : null;
    return JSON.stringify(mappingFor(table.columns, [...named, ...said])) !== JSON.stringify(before);
  });
}
