import { expect, test } from 'vitest';
import { z } from '../../../lib/model/zod.ts';

test('schemas are interpreted, never compiled: the extension may not call eval', () => {
  expect(z.config().jitless).toBe(true);
});
