import { describe, expect, test } from 'vitest';
import { cellsOf, inPageOrder, recordRoots, rootsWithoutId } from '../../../../lib/platforms/reading/records.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const page = (html: string) => documentOf(html).body;
const sightingsIn = (body: Element) =>
  [...body.querySelectorAll('[data-id]')].map((element) => ({ id: element.getAttribute('data-id')!, element }));
const never = () => false;

describe('the root of a record', () => {
  test('is the highest element around its id that holds no other id', () => {
    const body = page('<main><div id="a"><p><b data-id="1"></b></p></div><div id="b"><b data-id="2"></b></div></main>');
    const roots = recordRoots(sightingsIn(body), body, never);
    expect([...roots].map(([id, root]) => [id, root.id])).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });

  test('is the smallest whole element where one id is alone on the page', () => {
    const body = page('<main><div id="card"><p><b data-id="1"></b></p><i>¥1</i></div><footer></footer></main>');
    const roots = recordRoots(sightingsIn(body), body, (root) => root.querySelector('i') !== null);
    expect(roots.get('1')!.id).toBe('card');
  });

  test('is the first one where an id is shown twice', () => {
    const body = page(
      '<div id="a"><b data-id="1"></b></div><div id="b"><b data-id="2"></b></div><div id="c"><b data-id="1"></b></div>',
    );
    expect(recordRoots(sightingsIn(body), body, () => true).get('1')!.id).toBe('a');
  });
});

test('records without id are found by what every record shows', () => {
  const body = page(
    '<div id="a"><b data-id="1"></b><time>10:21</time></div><div id="b"><time>10:21</time><i></i></div><div id="c"><time>10:21</time></div>',
  );
  const roots = [body.querySelector('#a')!];
  const found = rootsWithoutId(/^10:21$/, roots, body, (root) => root.querySelector('i') !== null);
  expect(found.map(({ id }) => id)).toEqual(['b']);
});

test('cells are the children of the first descendant that has several', () => {
  expect(cellsOf(page('<div><div><a></a><b></b></div></div>')).map(({ tagName }) => tagName)).toEqual(['A', 'B']);
});

test('elements come in page order', () => {
  const body = page('<a></a><b></b>');
  const [first, second] = [...body.children] as [Element, Element];
  expect(inPageOrder([second, first], body)).toEqual([first, second]);
});
