import fc from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { hasStrayBrace, placeholdersOf, segmentsOf } from '../../../lib/replies/placeholders.ts';
import { canInsert, render } from '../../../lib/replies/render.ts';

const template = { text: '亲，{itemTitle}预计{eta}到，{itemTitle}请查收' };

test('a filled template reads as its parts and can be inserted', () => {
  const rendered = render(template, { itemTitle: '四件套', eta: '3天' });
  expect(rendered.text).toBe('亲，四件套预计3天到，四件套请查收');
  expect(rendered.parts[1]).toEqual({ kind: 'variable', name: 'itemTitle', open: '{itemTitle}', text: '四件套' });
  expect(canInsert(rendered)).toBe(true);
});

test.each([[{}], [{ itemTitle: '四件套' }], [{ itemTitle: '四件套', eta: ' \n' }]])(
  'a text with a missing value cannot be inserted: %j',
  (values) => {
    const rendered = render(template, values);
    expect(rendered.missing).toContain('eta');
    expect(rendered.text).toContain('{eta}');
    expect(canInsert(rendered)).toBe(false);
  },
);

test('a value that looks like a placeholder stays plain text', () => {
  const rendered = render(template, { itemTitle: '{eta}', eta: '3天' });
  expect(rendered.text).toBe('亲，{eta}预计3天到，{eta}请查收');
  expect(canInsert(rendered)).toBe(true);
});

test('a span of time takes the place of a point in time', () => {
  const { text } = render({ text: '{deadline}前给您答复' }, { deadline: '24小时内' });
  expect(text).toBe('24小时内给您答复');
  expect(render({ text: '{deadline}前给您答复' }, { deadline: '今天18点' }).text).toBe('今天18点前给您答复');
});

test('a name that every object has is not a value', () => {
  expect(render({ text: '{constructor}{toString}' }, {}).missing).toEqual(['constructor', 'toString']);
});

test('placeholders are named once, in order of first use', () => {
  expect(placeholdersOf('{b}{a}{b} { c } {1}')).toEqual(['b', 'a']);
});

test.each(['{', '}', '{ a }', '{A}', '{a}{', '{{a}}'])('%s has a stray brace', (text) => {
  expect(hasStrayBrace(text)).toBe(true);
});

const name = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/);
/** The names of variables and blanks, each once. */
const openIn = (text: string) => [
  ...new Set(segmentsOf(text).flatMap((one) => (one.kind === 'text' ? [] : [one.name]))),
];
const segment = fc.oneof(
  fc.constantFrom('XX', '【】', '[单号]', '{订单号}'),
  fc.string().map((text) => text.replace(/[{}]/g, '')),
  name.map((text) => `{${text}}`),
);

test('whatever the template and the values, the text is the parts in a row and nothing is filled twice', () => {
  fc.assert(
    fc.property(fc.array(segment), fc.dictionary(name, fc.string()), (segments, values) => {
      const text = segments.join('');
      const rendered = render({ text }, values);
      const shown = rendered.parts
        .map((part) => (part.kind === 'variable' ? (part.text ?? part.open) : part.text))
        .join('');
      expect(rendered.text).toBe(shown);
      const filled = (key: string) => Object.hasOwn(values, key) && values[key]!.trim() !== '';
      expect(rendered.missing).toEqual(openIn(text).filter((key) => !filled(key)));
      const asWritten = rendered.parts.map((part) => (part.kind === 'text' ? part.text : part.open)).join('');
      expect(asWritten).toBe(text);
    }),
  );
});
