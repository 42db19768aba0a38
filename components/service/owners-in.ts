import type { WorkOrderView } from '../../lib/views/service/service-desk.ts';

/** Names that were given before, one's own first. */
export function ownersIn(workOrders: readonly WorkOrderView[], ownName: string): string[] {
  return [...new Set([ownName, ...workOrders.map(({ order }) => order.owner ?? '')])].filter((name) => name !== '');
}
