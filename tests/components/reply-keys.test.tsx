/** Choosing a reply, its tone and its scene by keys, and searching for one. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { button, fields, nameIn, openChat, startChat } from './support/reply-screen.tsx';
import type { SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startChat();
});

const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.body, { key, ...more });
const chosen = () =>
  screen.getAllByRole('button', { expanded: true }).map((option) => option.getAttribute('aria-keyshortcuts'));

/** The key of the first reply without blanks. */
const firstReady = () => screen.getAllByRole('button', { name: /可直接用/ })[0]!.getAttribute('aria-keyshortcuts')!;

describe('by key alone', () => {
  test('1 to 3 choose, and the cursor goes to the first blank', async () => {
    await openChat(seller, '退货运费谁出，什么时候到账，能上门取件吗');
    expect(chosen()).toEqual(['1']);
    press('3');
    expect(chosen()).toEqual(['3']);
    expect(document.activeElement).toBe(fields()[0]);
    fireEvent.keyDown(fields()[0]!, { key: '1' });
    expect(chosen()).toEqual(['3']);
  });

  test('where nothing is blank the cursor goes to the button, once the text is checked', async () => {
    await openChat(seller, '我要退款');
    press(firstReady());
    await waitFor(() => expect(document.activeElement).toBe(button('填入')));
  });

  test.each(['/', '、'])('%s goes to the search', async (key) => {
    await openChat(seller, '我要退款');
    // The parts of a card come into sight together.
    await screen.findByRole('searchbox', { name: '搜索' });
    press(key);
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: '搜索' }));
  });

  const tone = () => screen.getByRole<HTMLInputElement>('radio', { checked: true }).labels![0]!.textContent;
  test('M goes through the tones, and says which', async () => {
    await openChat(seller, '我要退款');
    for (const next of ['商务', '活泼', '标准']) {
      press('m');
      await waitFor(() => expect(tone()).toBe(next));
      expect(screen.getByText(`语气 ${next}`).tagName).toBe('OUTPUT');
    }
  });

  test('M leaves the focus on the button, which does nothing until the other text is checked', async () => {
    await openChat(seller, '我要退款');
    press(firstReady());
    await waitFor(() => expect(document.activeElement).toBe(button('填入')));
    const fill = button('填入');
    const states: string[] = [];
    const watch = new MutationObserver(() => {
      states.push(`${fill.disabled} ${fill.getAttribute('aria-disabled')}`);
      fireEvent.click(fill);
    });
    watch.observe(fill, { attributes: true });
    fireEvent.keyDown(fill, { key: 'm' });
    await waitFor(() => expect(states).toEqual(['false true', 'false false']));
    watch.disconnect();
    expect(document.activeElement).toBe(fill);
    await waitFor(() => expect(seller.filled).toHaveLength(1));
  });

  test('R goes to the scenes; with one chosen the digits choose among its replies', async () => {
    await openChat(seller, '我要退款');
    press('r');
    const scenes = screen.getByRole<HTMLSelectElement>('combobox', { name: '场景' });
    expect(document.activeElement).toBe(scenes);
    fireEvent.change(scenes, { target: { value: 'invoice' } });
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '话术' }));
    fireEvent.keyDown(document.activeElement!, { key: '2' });
    expect(chosen()).toEqual(['2']);
    expect(scenes.value).toBe('invoice');
  });

  test('nothing happens while an input method composes, or with a modifier', async () => {
    await openChat(seller, '我要退款');
    for (const key of ['m', 'r']) {
      press(key, { isComposing: true });
      press(key, { keyCode: 229 });
      press(key, { ctrlKey: true });
    }
    expect(tone()).toBe('标准');
    press('2', { isComposing: true });
    press('2', { keyCode: 229 });
    press('2', { ctrlKey: true });
    press('/', { isComposing: true });
    expect(chosen()).toEqual(['1']);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the search', () => {
  const box = () => screen.getByRole<HTMLInputElement>('searchbox', { name: '搜索' });
  const list = () => screen.queryByRole('listbox', { name: '找到的话术' });
  const found = () => Array.from(list()?.children ?? [], ({ textContent }) => textContent);

  test.each(['发票进度', 'fpjd', 'fapiaojindu'])('finds by %s', async (query) => {
    await openChat(seller, '我要退款');
    fireEvent.change(box(), { target: { value: query } });
    await waitFor(() => expect(found()[0]).toContain('发票 · 发票进度'));
  });

  test('waits for what an input method composes', async () => {
    await openChat(seller, '我要退款');
    fireEvent.compositionStart(box());
    fireEvent.change(box(), { target: { value: "fa'piao" } });
    expect(box().value).toBe("fa'piao");
    expect(found()).toEqual([]);
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(box().value).toBe("fa'piao");
    fireEvent.change(box(), { target: { value: '发票' } });
    fireEvent.compositionEnd(box());
    await waitFor(() => expect(found().length).toBeGreaterThan(2));
  });

  test('is gone through with the arrows, and Enter takes one; Escape leaves', async () => {
    await openChat(seller, '我要退款');
    fireEvent.change(box(), { target: { value: '发票' } });
    await waitFor(() => expect(found().length).toBeGreaterThan(2));
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    const second = found()[1]!;
    expect(list()!.querySelector('[aria-selected=true]')!.textContent).toBe(second);
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(box().value).toBe('');
    const [open] = screen.getAllByRole('button', { expanded: true });
    expect(second).toContain(nameIn(open!));
    fireEvent.change(box(), { target: { value: 'zzzz' } });
    expect(await screen.findByText('没有找到话术')).toBeTruthy();
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(box().value).toBe('');
  });
});
