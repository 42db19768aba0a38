import { describe, expect, test } from 'vitest';
import { inlineValues } from '../../../../lib/platforms/taobao/inline-json.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const valuesOf = (script: string) => [...inlineValues(documentOf(`<script>${script}</script>`), 'mark')];

describe('data of a script', () => {
  test.each([
    ['alone', '{"mark":[1]}'],
    ['given to a name', 'var a = 1; window.data = {"mark":[1]};'],
    ['in the text of JSON', `var data = JSON.parse('{"mark":[1]}')`],
    ['within code that has no end of its own', `f = {"quote': 1; x = {"mark":[1]}`],
    ['within code that is no JSON', 'f = { run() { x = {"mark":[1]}; } }'],
  ])('is found %s', (_, script) => expect(valuesOf(script)).toEqual([{ mark: [1] }]));

  test('may be a list', () => expect(valuesOf('x = [{"mark":1}]')).toEqual([[{ mark: 1 }]]));

  test.each([
    ['speaks of something else', 'x = {"other":1}'],
    ['is cut off', 'x = {"mark":[1'],
    ['is code', 'if (mark) { x = {} }'],
  ])('is none where it %s', (_, script) => expect(valuesOf(script)).toEqual([]));
});
