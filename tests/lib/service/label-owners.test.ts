import { describe, expect, test } from 'vitest';
import { labelOwnersSchema, type LabelOwners } from '../../../lib/model/label-owners.ts';
import { MAX_OWNER_CHARS } from '../../../lib/model/limits.ts';
import { reasonGroups } from '../../../lib/rules/service.ts';
import { ownerByLabel, unknownLabels } from '../../../lib/service/label-owners.ts';

const owners: LabelOwners = { labels: { lost: '小王' }, groups: { logistics: '物流专员', product: '小李' } };
const ownerOf = (...labelIds: (string | null)[]) => ownerByLabel(labelIds, owners, reasonGroups);

describe('a work order goes by its label', () => {
  test.each(reasonGroups.flatMap(({ id, labels }) => labels.map((label) => [label.id, id] as const)))(
    '%s to whom its group %s has, unless the label has somebody of its own',
    (labelId, groupId) => {
      const ofGroup = { labels: {}, groups: { [groupId]: '小组' } };
      expect(ownerByLabel([labelId], ofGroup, reasonGroups)).toBe('小组');
      expect(ownerByLabel([labelId], { ...ofGroup, labels: { [labelId]: '专员' } }, reasonGroups)).toBe('专员');
      expect(ownerByLabel([labelId], { labels: {}, groups: {} }, reasonGroups)).toBeNull();
    },
  );

  test('of several the first that has somebody decides, whether by itself or by its group', () => {
    expect(ownerOf('late', 'lost')).toBe('物流专员');
    expect(ownerOf('lost', 'late')).toBe('小王');
    expect(ownerOf('presale', null, 'damaged', 'lost')).toBe('小李');
  });

  test('and to nobody without a label, or by one that there is not', () => {
    expect(ownerOf()).toBeNull();
    expect(ownerOf(null)).toBeNull();
    expect(ownerOf('toString', 'logistics')).toBeNull();
  });
});

test('what is of no label and no group is named', () => {
  expect(unknownLabels(owners, reasonGroups)).toEqual([]);
  const wrong = { labels: { logistics: '小李' }, groups: { late: '小王', live: '小陈' } };
  expect(unknownLabels(wrong, reasonGroups)).toEqual(['logistics', 'late']);
});

test('a name is short and is something', () => {
  const accepts = (owner: string) => labelOwnersSchema.safeParse({ labels: { late: owner }, groups: {} }).success;
  expect([accepts('小李'), accepts('  '), accepts('李'.repeat(MAX_OWNER_CHARS + 1))]).toEqual([true, false, false]);
});
