/** A work order goes by its label to whom cares for it (CMP-06): logistics troubles to the logistics specialist. */
import type { LabelOwners } from '../model/label-owners.ts';
import type { ReasonGroup } from './reason-label-schema.ts';

/**
 * Of several labels with different owners the first in the order's own list that has one decides. A work order bears one label at a time;
 * with those that it goes on for it has several: its own first, then theirs, the oldest first.
 * @param labelIds of a work order; null for no label yet
 * @returns null where nobody cares for any of them
 */
export function ownerByLabel(
  labelIds: readonly (string | null)[],
  owners: LabelOwners,
  groups: readonly ReasonGroup[],
): string | null {
  for (const labelId of labelIds) {
    const group = groups.find(({ labels }) => labels.some(({ id }) => id === labelId));
    const owner = group && (owners.labels[labelId!] ?? owners.groups[group.id]);
    if (owner) return owner;
  }
  return null;
}

/** Ids in the table that are of no label and no group: what is kept for them would never apply. */
export function unknownLabels({ labels, groups: ofGroups }: LabelOwners, groups: readonly ReasonGroup[]): string[] {
  const labelIds = new Set(groups.flatMap((group) => group.labels.map(({ id }) => id)));
  const groupIds = new Set(groups.map(({ id }) => id));
  return [
    ...Object.keys(labels).filter((id) => !labelIds.has(id)),
    ...Object.keys(ofGroups).filter((id) => !groupIds.has(id)),
  ];
}
