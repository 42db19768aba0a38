import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createChipLayer } from '../../../components/overlay/chip-layer.ts';
import { createOverlay } from '../../../components/overlay/overlay.ts';
import { placeFor } from '../../../components/overlay/chip-place.ts';
import type { Chip } from '../../../lib/page/chips.ts';
import { orderList } from '../../support/jd-page.ts';

beforeEach(() => {
  document.body.innerHTML = orderList([{ orderId: '3090112233440001' }, { orderId: '3090112233440002' }]);
});

const anchors = () => [...document.querySelectorAll('.user-pin')];
const chip = (anchor: Element, changes: Partial<Chip> = {}): Chip => ({
  anchor,
  tierId: 'returning',
  label: '老客',
  tone: 'calm',
  reason: '记得他买过什么',
  ...changes,
});
const host = () => document.querySelector('liuke-overlay');

/** The layer, and its shadow root, which is closed to everyone else. */
function open() {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const layer = createChipLayer(window, createOverlay(window));
  const root = attach.mock.results[0]!.value as ShadowRoot;
  const { mode } = attach.mock.calls[0]![0];
  attach.mockRestore();
  onTestFinished(() => layer.remove());
  return { layer, root, mode, drawn: () => [...root.querySelectorAll('span')] };
}

describe('the layer', () => {
  test('is one element beside the body, and the page is as it was', () => {
    const { layer } = open();
    const before = document.body.outerHTML + document.head.outerHTML;
    expect(host()).toBeNull();
    layer.show(anchors().map((anchor) => chip(anchor)));
    expect(document.querySelectorAll('liuke-overlay')).toHaveLength(1);
    expect(host()!.parentElement).toBe(document.documentElement);
    expect(document.body.outerHTML + document.head.outerHTML).toBe(before);
  });

  test('keeps its inside closed to the page', () => {
    const { layer, mode } = open();
    layer.show([chip(anchors()[0]!)]);
    expect(mode).toBe('closed');
    expect(host()!.shadowRoot).toBeNull();
    expect(host()!.outerHTML).toBe('<liuke-overlay></liuke-overlay>');
  });

  test('lets every click through', () => {
    expect(open().root.querySelector('style')!.textContent).toMatch(/:host \{[^}]*pointer-events: none/);
  });

  test('goes away entirely, and takes its listeners along', () => {
    const { layer } = open();
    const before = document.documentElement.outerHTML;
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    layer.show([chip(anchors()[0]!)]);
    layer.remove();
    expect(document.documentElement.outerHTML).toBe(before);
    const types = (spy: typeof added | typeof removed) => spy.mock.calls.map(([type]) => type).toSorted();
    expect(types(removed)).toEqual(types(added));
  });

  test('is not there for nothing', () => {
    const { layer } = open();
    layer.show([]);
    expect(host()).toBeNull();
  });

  test('comes back after it was removed', () => {
    const { layer, drawn } = open();
    layer.show([chip(anchors()[0]!)]);
    layer.remove();
    layer.show([chip(anchors()[1]!)]);
    expect(document.querySelectorAll('liuke-overlay')).toHaveLength(1);
    expect(drawn()).toHaveLength(1);
  });
});

describe('the chips', () => {
  test('are these and no others', () => {
    const { layer, drawn } = open();
    layer.show(anchors().map((anchor) => chip(anchor)));
    expect(drawn()).toHaveLength(2);
    layer.show([chip(anchors()[1]!, { label: '新客', tone: 'good' })]);
    expect(drawn().map(({ textContent, className }) => [textContent, className])).toEqual([['新客', 'good']]);
    layer.show([]);
    expect(drawn()).toEqual([]);
  });

  test('that stay are the same elements, so that nothing flickers', () => {
    const { layer, drawn } = open();
    layer.show(anchors().map((anchor) => chip(anchor)));
    const before = drawn();
    layer.show(anchors().map((anchor) => chip(anchor)));
    expect(drawn()).toEqual(before);
  });

  test('say their reason to a screen reader', () => {
    const { layer, drawn } = open();
    layer.show([chip(anchors()[0]!)]);
    expect(drawn()[0]!.ariaLabel).toBe('老客: 记得他买过什么');
  });

  test('hold text, never markup', () => {
    const { layer, root, drawn } = open();
    layer.show([chip(anchors()[0]!, { label: '<img src=x onerror=alert(1)>' })]);
    expect(root.querySelector('img')).toBeNull();
    expect(drawn()[0]!.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  test('are hidden until they have a place', () => {
    const { layer, drawn } = open();
    layer.show([chip(anchors()[0]!)]);
    expect(drawn()[0]!.style.visibility).toBe('hidden');
  });
});

describe('by keyboard', () => {
  const painted = () => new Promise((resolve) => window.requestAnimationFrame(resolve));
  const send = (element: Element, type: string, key: string) =>
    element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));

  test('one chip can be reached, arrows walk them, each says why, Esc leaves, and the page hears nothing', async () => {
    vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 50, 18));
    Object.assign(document, { elementFromPoint: () => document.body });
    onTestFinished(() => void Reflect.deleteProperty(document, 'elementFromPoint'));
    const { layer, root, drawn } = open();
    const [first, second] = anchors();
    layer.show([chip(first!), chip(second!, { label: '新客', reason: '第一次买' })]);
    await painted();
    expect(drawn().map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
    const heard: string[] = [];
    const hear = ({ type }: Event) => void heard.push(type);
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, hear);
    const reason = () => root.querySelector('p')?.textContent ?? null;
    drawn()[0]!.focus();
    await painted();
    expect(reason()).toBe('记得他买过什么');
    send(drawn()[0]!, 'keydown', 'ArrowDown');
    await painted();
    expect(root.activeElement).toBe(drawn()[1]);
    expect(reason()).toBe('第一次买');
    expect(drawn().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
    send(drawn()[1]!, 'keydown', 'ArrowDown');
    expect(root.activeElement).toBe(drawn()[1]);
    send(drawn()[1]!, 'keydown', 'Escape');
    send(drawn()[1]!, 'keyup', 'Escape');
    await painted();
    expect(root.activeElement).toBeNull();
    expect(reason()).toBeNull();
    expect(heard).toEqual([]);
    for (const type of ['keydown', 'keyup']) document.removeEventListener(type, hear);
  });
});

// happy-dom has no layout: only what needs none is told here, the places themselves are tested in Chromium.
test('what is not on the screen has no place', () => {
  const [anchor] = anchors();
  expect(placeFor(anchor!, 40, window)).toBeNull();
  anchor!.remove();
  expect(placeFor(anchor!, 40, window)).toBeNull();
});

test('where controls of the page stand on every side of the name there is no place, not even for one character', () => {
  const [anchor] = anchors();
  const button = document.body.appendChild(document.createElement('button'));
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 10, 50, 18));
  let controlsFrom = 60;
  const elementFromPoint = (x: number, y: number) =>
    x < 60 && y < 28 ? anchor : x >= controlsFrom || y >= 28 ? button : document.body;
  Object.assign(document, { elementFromPoint });
  onTestFinished(() => void Reflect.deleteProperty(document, 'elementFromPoint'));
  expect(placeFor(anchor!, 40, window)).toBeNull();
  controlsFrom = 100;
  expect(placeFor(anchor!, 40, window)).toEqual({ x: 66, y: 19, isShort: true });
});
