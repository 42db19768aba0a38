import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyIdOf, markingWith, markOf, openText, sealText } from '../../../lib/lock/seal-text.ts';
import { isMask, isUid, maskName } from '../../../lib/model/identity.ts';
import { isSealed, markIn } from '../../../lib/model/sealed.ts';

const key = (fill: number) => ({ id: `0000000${fill}`, key: new Uint8Array(32).fill(fill) });
const marking = markingWith(new Uint8Array(32).fill(7));
const text = fc.string({ unit: 'grapheme', minLength: 1 });

describe('a text that is sealed', () => {
  test('comes out as it went in, with its own key alone', () => {
    fc.assert(
      fc.property(text, (name) => {
        const sealed = sealText(name, key(1), marking);
        expect(isSealed(sealed)).toBe(true);
        expect(openText(sealed, key(1).key)).toBe(name);
        expect(openText(sealed, key(2).key)).toBeNull();
      }),
    );
  });

  test('tells of a name what merging has to know: that it was a mask, or a number', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom('张**', 'w***e', '1******7861', '2208812345678')), (name) => {
        const sealed = sealText(name, key(1), marking);
        expect([isMask(sealed), isUid(sealed)]).toEqual([isMask(name), isUid(name)]);
        expect(maskName(sealed)).toBe(sealed);
      }),
    );
  });

  test('is the same for the same text, so that a page seen again is known again', () => {
    const sealed = sealText('李小明', key(1), marking);
    expect(sealText('李小明', key(1), marking)).toBe(sealed);
    expect(markIn(sealText('李小明', key(2), marking))).toBe(markOf('李小明', marking));
    expect([keyIdOf(sealed), markIn(sealed)]).toEqual(['00000001', markOf('李小明', marking)]);
    expect(sealed).not.toContain('李');
  });

  test('that is damaged anywhere is not opened', () => {
    const sealed = sealText('wd_sunshine', key(1), marking);
    for (let at = 0; at < sealed.length; at += 1) {
      const damaged = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      // The key's name is not asked for here: who opens has chosen the key by it.
      expect(openText(damaged, key(1).key)).toBeNull();
    }
  });
});
