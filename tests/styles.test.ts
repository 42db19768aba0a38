/** What every stylesheet keeps to: values out of `theme.css`, and nothing said twice. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from './support/source-files.ts';

const THEME = 'components/styles/theme.css';

interface Block {
  file: string;
  selector: string;
  /** Sorted, without what a block takes over from another. */
  declarations: readonly string[];
}

function blocksOf(file: string): Block[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
    file,
    selector: selector!.trim(),
    declarations: body!
      .split(';')
      .map((line) => line.trim().replaceAll(/\s+/g, ' '))
      .filter((line) => line !== '')
      .toSorted(),
  }));
}

const modules = filesBelow('components', ['.module.css']);
const blocks = modules.flatMap(blocksOf);

/** What of a kind may stand in a declaration besides a token; sizes of things are their own business. */
const kinds = [
  {
    of: 'a colour',
    properties: /color|background|border|fill|stroke|outline|shadow/,
    raw: /#[\da-f]{3}|\b(rgb|hsl|oklch)a?\(/i,
  },
  { of: 'a space', properties: /^(margin|padding|(row-|column-)?gap)/, raw: /(?<![\w-])-?(?!1px)[\d.]+(px|rem|em)\b/ },
  { of: 'a size of text', properties: /^font(-size)?$/, raw: /(?<![\w/] ?)\b\d+(px|rem|em)(?! var)/ },
  { of: 'a radius', properties: /radius$/, raw: /\d(px|rem|em|%)/ },
  { of: 'a duration', properties: /^(transition|animation)/, raw: /\d(ms|s)\b/ },
] as const;

describe('a stylesheet', () => {
  test.each(kinds)('takes $of from the theme', ({ properties, raw }) => {
    const own = blocks.flatMap(({ file, selector, declarations }) =>
      declarations.flatMap((declaration) => {
        const [property, value] = declaration.split(/: ?/, 2) as [string, string];
        return properties.test(property) && raw.test(value) ? [`${file} ${selector} { ${declaration} }`] : [];
      }),
    );
    expect(own).toEqual([]);
  });

  test('uses no token that the theme does not have, and the theme has none that nobody uses', () => {
    const used = (text: string) => Array.from(text.matchAll(/var\((--[\w-]+)/g), ([, name]) => name!);
    const set = (text: string) => Array.from(text.matchAll(/(--[\w-]+)['"]?\s*:/g), ([, name]) => name!);
    const texts = filesBelow('components', ['.css', '.tsx', '.ts']).map((file) => readFileSync(file, 'utf8'));
    const known = new Set(texts.flatMap(set));
    expect([...new Set(texts.flatMap(used))].filter((name) => !known.has(name))).toEqual([]);
    const wanted = new Set(texts.flatMap(used));
    expect([...new Set(set(readFileSync(THEME, 'utf8')))].filter((name) => !wanted.has(name))).toEqual([]);
  });

  test('takes over only what is there', () => {
    const missing = blocks.flatMap(({ file, declarations }) =>
      declarations.flatMap((declaration) => {
        const [, names, path] = /^composes: (.+) from '(.+)'$/.exec(declaration) ?? [];
        const from = path && join(dirname(file), path);
        const there = from && modules.includes(from) ? blocksOf(from).map(({ selector }) => selector) : [];
        return (names ?? '')
          .split(' ')
          .flatMap((name) => (name && !there.includes(`.${name}`) ? [`${file}: ${declaration}`] : []));
      }),
    );
    expect(missing).toEqual([]);
  });

  test('says nothing that another says: three declarations or more stand together once', () => {
    // A grid with a gap is no look of its own.
    const isLook = (declaration: string) => !/^(display: grid|gap|min-width|padding|align-items)/.test(declaration);
    const byText = Map.groupBy(
      blocks.filter(({ declarations }) => declarations.length >= 3 && declarations.filter(isLook).length > 1),
      ({ declarations }) => declarations.join('; '),
    );
    const twice = [...byText].flatMap(([text, all]) =>
      all.length > 1 ? [`${text} in ${all.map(({ file, selector }) => `${file} ${selector}`).join(', ')}`] : [],
    );
    expect(twice).toEqual([]);
  });
});
