import { expect, test } from 'vitest';
import { playbooks } from '../../../lib/rules/playbooks.ts';

test('a playbook with a coupon has a title of its own, without one, for a right in the place of the coupon', () => {
  for (const { id, offer, label, rightLabel } of playbooks) {
    expect([id, rightLabel !== null]).toEqual([id, offer?.kind === 'coupon']);
    if (!rightLabel) continue;
    expect(rightLabel.zh).not.toBe(label.zh);
    expect(rightLabel.zh).not.toMatch(/券|[满减折]/);
    expect(rightLabel.en).not.toMatch(/coupon| off/);
  }
});
