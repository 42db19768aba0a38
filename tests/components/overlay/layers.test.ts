import { beforeEach, expect, test } from 'vitest';
import { liesOver } from '../../../components/overlay/layers.ts';

beforeEach(() => {
  document.body.innerHTML = `
    <main><p id="line"><b id="name">张**</b><i id="beside">订单</i></p></main>
    <div id="modal" role="dialog"><span id="inModal">确认</span></div>
    <div style="position: fixed"><span id="inDrawer">批量发货</span></div>
    <ul style="position: absolute"><li id="inMenu">备注</li></ul>
    <div role="dialog"><p id="own"><b id="nameInDialog">李**</b><i id="besideInDialog">订单</i></p></div>`;
});

const at = (id: string) => document.querySelector(`#${id}`);

test.each([
  ['beside', 'name', false],
  ['inModal', 'name', true],
  ['inDrawer', 'name', true],
  ['inMenu', 'name', true],
  ['besideInDialog', 'nameInDialog', false],
  ['beside', 'nameInDialog', false],
])('%s at the place beside %s: lies over it is %s', (top, name, expected) => {
  expect(liesOver(at(top), at(name)!)).toBe(expected);
});

test('where nothing is, nothing lies over it', () => {
  expect(liesOver(null, at('name')!)).toBe(false);
});
