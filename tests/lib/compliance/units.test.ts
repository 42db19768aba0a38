import { expect, test } from 'vitest';
import { unitsLike } from '../../../lib/compliance/units.ts';

const everyUnit = Array.from({ length: 0x1_0000 }, (_, unit) => unit);

test.each([/[a-c、㊙]/g, /[\u2010-\u2bff]/g, /[\ud800-\udfff]/g, /[^,]/g, /[\s"'“”]/g])(
  'every unit that %s takes in is found, halves of letters too, and no other',
  (letters) => {
    const one = new RegExp(letters.source);
    expect(unitsLike(letters)).toEqual(everyUnit.filter((unit) => one.test(String.fromCharCode(unit))));
  },
);
