import { expect, test } from 'vitest';
import { isIdNumber } from '../../../lib/compliance/id-number.ts';

test.each(['110101199003074178', '11010119900307417 8', '11010519491231002x'])(
  '%s has the right check letter',
  (text) => {
    expect(isIdNumber(text)).toBe(true);
  },
);

test.each(['110101199003074170', '11010519491231002', '1101051949123100211', '订单110101199003074178', ''])(
  '%s has not',
  (text) => {
    expect(isIdNumber(text)).toBe(false);
  },
);
