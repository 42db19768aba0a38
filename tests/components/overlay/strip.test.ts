import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createOverlay } from '../../../components/overlay/overlay.ts';
import { createStrip } from '../../../components/overlay/strip.ts';
import type { StripActions, StripView } from '../../../lib/page/strip.ts';
import { makeFinding } from '../../support/make-finding.ts';
import { speakChinese } from '../support/messages.ts';

beforeEach(() => {
  speakChinese();
  document.body.innerHTML = '<div contenteditable="true" tabindex="0"></div>';
});

const editor = () => document.body.firstElementChild as HTMLElement;
const view = (changes: Partial<StripView> = {}): StripView => ({
  editor: editor(),
  finding: { ...makeFinding(), words: '加微信' },
  others: 0,
  note: null,
  ...changes,
});

function open() {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const overlay = createOverlay(window);
  const root = attach.mock.results.at(-1)!.value as ShadowRoot;
  attach.mockRestore();
  const actions = {
    rewrite: vi.fn<StripActions['rewrite']>(),
    next: vi.fn<StripActions['next']>(),
    close: vi.fn<StripActions['close']>(),
  };
  const strip = createStrip(window, overlay, actions);
  onTestFinished(() => strip.show(null));
  const section = () => root.querySelector('section');
  const find = (selector: string) => section()!.querySelector<HTMLElement>(selector)!;
  const isSeen = (selector: string) => find(selector).closest('[hidden]:not(section)') === null;
  return { strip, actions, root, section, find, isSeen };
}

const painted = () => new Promise((resolve) => window.requestAnimationFrame(resolve));

describe('the strip', () => {
  test('says what was found, why and by which source, and offers the rewrite', () => {
    const { strip, find, isSeen } = open();
    strip.show(view());
    expect(find('.severity').textContent).toBe('高风险，先别发');
    expect(find('.words').textContent).toBe('加微信');
    expect(find('.name').textContent).toBe('引导加私人账号');
    expect(find('.rewrite').textContent).toBe('可改为：在这里说就好');
    expect(find('.source').textContent).toMatch(/^DIV-01 平台规则 第一条 · 条文未核对 · 仅供参考/);
    expect(isSeen('.put')).toBe(true);
    expect(isSeen('.next')).toBe(false);
  });

  test('of a hint is grey and short', () => {
    const { strip, section, isSeen } = open();
    strip.show(view({ finding: { ...makeFinding({ severity: 'hint' }), words: '规定' } }));
    expect(section()!.className).toBe('hint');
    expect([isSeen('.put'), isSeen('.source'), isSeen('.close')]).toEqual([false, false, true]);
  });

  test('does what its buttons say', () => {
    const { strip, actions, find } = open();
    strip.show(view({ others: 2 }));
    expect(find('.next').textContent).toBe('还有 2 处');
    for (const name of ['put', 'next', 'close']) find(`.${name}`).click();
    for (const action of Object.values(actions)) expect(action).toHaveBeenCalledOnce();
  });

  test('is a labelled group whose news are read out, a high risk at once', async () => {
    const { strip, section, find } = open();
    strip.show(view());
    expect([section()!.getAttribute('role'), section()!.ariaLabel]).toEqual(['group', '发送前检查']);
    expect([find('.live').getAttribute('role'), find('.live').ariaLive]).toEqual(['status', 'assertive']);
    await painted();
    expect(find('.live').textContent).toContain('加微信 引导加私人账号');
    strip.show(view({ finding: { ...makeFinding({ severity: 'warn' }), words: '最好' } }));
    expect(find('.live').ariaLive).toBe('polite');
  });

  test('says why nothing was changed, also without a finding', () => {
    const { strip, find, isSeen } = open();
    strip.show(view({ note: 'otherBox' }));
    expect(find('.note').textContent).toBe('会话已切换，没有改动。');
    strip.show(view({ finding: null, note: 'fillBlank' }));
    expect([isSeen('.words'), isSeen('.put'), isSeen('.note'), isSeen('.close')]).toEqual([false, false, true, true]);
  });

  test('holds text, never markup', () => {
    const { strip, root, find } = open();
    strip.show(view({ finding: { ...makeFinding({ rewrite: '<b>x</b>' }), words: '<img src=x onerror=alert(1)>' } }));
    expect(root.querySelector('img')).toBeNull();
    expect(find('.rewrite').children).toHaveLength(0);
  });

  test('keeps its own keys and clicks to itself, and the cursor in the box', () => {
    const { strip, find } = open();
    strip.show(view());
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'mousedown', 'click'])
      document.addEventListener(type, () => heard.push(type), { once: true });
    const send = (event: Event) => find('.next').dispatchEvent(event);
    for (const type of ['keydown', 'keyup'])
      send(new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true }));
    const down = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });
    send(down);
    find('.next').click();
    expect(heard).toEqual([]);
    expect(down.defaultPrevented).toBe(true);
  });

  test('hears Alt+↑ in the box and takes no key from the page', () => {
    const { strip } = open();
    strip.show(view());
    const key = new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true });
    let heard = 0;
    document.addEventListener('keydown', () => (heard += 1), { once: true });
    editor().dispatchEvent(key);
    expect([heard, key.defaultPrevented]).toEqual([1, false]);
  });

  test('does not lose the cursor with a button that goes', () => {
    const { strip, root, find } = open();
    strip.show(view({ others: 1 }));
    root.querySelector('section')!.hidden = false;
    find('.next').focus();
    strip.show(view({ others: 0 }));
    expect(root.activeElement).toBe(find('.put'));
    strip.show(view({ finding: { ...makeFinding({ severity: 'hint' }), words: '规定' } }));
    expect(root.activeElement).toBe(find('.close'));
  });

  test('goes away entirely, and takes its listeners along', () => {
    const { strip } = open();
    const before = document.documentElement.outerHTML;
    const added = vi.spyOn(editor(), 'addEventListener');
    const removed = vi.spyOn(editor(), 'removeEventListener');
    strip.show(view());
    strip.show(view({ others: 1 }));
    strip.show(null);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(removed.mock.calls.map(([type]) => type)).toEqual(added.mock.calls.map(([type]) => type));
    strip.show(view());
    expect(document.querySelectorAll('liuke-overlay')).toHaveLength(1);
  });
});
