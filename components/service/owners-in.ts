import type { LabelOwners } from '../../lib/model/label-owners.ts';
import type { WorkOrderView } from '../../lib/views/service/service-desk.ts';

/** Names that were given before, one's own first. @param byLabel of the shop's table of labels */
export function ownersIn(workOrders: readonly WorkOrderView[], ownName: string, byLabel?: LabelOwners): string[] {
  const ofLabels = byLabel ? [...Object.values(byLabel.labels), ...Object.values(byLabel.groups)] : [];
  const all = [ownName, ...workOrders.map(({ order }) => order.owner ?? ''), ...ofLabels];
  return [...new Set(all)].filter((name) => name !== '');
}
