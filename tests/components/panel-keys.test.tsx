/** The panel and the popup by keys alone. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { masked, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { openChat, startChat } from './support/reply-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

/** Where the focus is, as in a browser. */
const press = (key: string) => {
  const target = document.activeElement ?? document.body;
  if (fireEvent.keyDown(target, { key }) && key === 'Enter') fireEvent.click(target);
};
const focused = () => document.activeElement?.textContent ?? '';

beforeEach(async () => {
  seller = await startScreen();
  const getAll = async () => [
    { name: '_execute_action', description: '', shortcut: 'Alt+Shift+K' },
    { name: 'open-panel', description: '打开侧栏', shortcut: 'Alt+Shift+L' },
  ];
  Object.assign(fakeBrowser, { commands: { getAll } });
});

describe('rows', () => {
  test('are walked through, opened, and come back to', async () => {
    await seller.visit(makeReport([orderOf(stable('first_one'), 2), orderOf(stable('other_two'), 5)]));
    seller.openPanel();
    await screen.findByText('f***e');
    press('j');
    expect(focused()).toContain('f***e');
    press('ArrowDown');
    expect(focused()).toContain('o***o');
    press('k');
    press('Enter');
    expect(await screen.findByRole('heading', { name: 'f***e' })).toBeTruthy();
    await waitFor(() => expect(focused()).toBe('‹ 返回列表'));
    press('Escape');
    expect(await screen.findByText('o***o')).toBeTruthy();
    // The very row that was left, and forth again.
    expect(focused()).toContain('f***e');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight', altKey: true });
    expect(await screen.findByRole('article', { name: 'f***e' })).toBeTruthy();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft', altKey: true });
    await waitFor(() => expect(focused()).toContain('f***e'));
    press('2');
    expect(await screen.findByRole('article', { name: 'o***o' })).toBeTruthy();
  });

  test('are where one is again when a look-up is left', async () => {
    await seller.visit(makeReport([orderOf(stable('first_one'), 2)]));
    seller.openPanel();
    await screen.findByText('f***e');
    press('j');
    press('/');
    await screen.findByRole('combobox', { name: '查客户' });
    press('Escape');
    expect(screen.queryByRole('combobox', { name: '查客户' })).toBeNull();
    expect(document.activeElement!.matches('[data-row]')).toBe(true);
  });

  test('give way to a look-up, which leads to a card and back', async () => {
    await seller.visit(makeReport([orderOf(stable('first_one'), 2), orderOf(stable('other_two'), 5)]));
    seller.openPanel();
    await screen.findByText('f***e');
    press('j');
    press('、');
    const box = await screen.findByRole<HTMLInputElement>('combobox', { name: '查客户' });
    expect(document.activeElement).toBe(box);
    fireEvent.compositionStart(box);
    fireEvent.change(box, { target: { value: 'other' } });
    expect(screen.queryByRole('option', { name: /o\*\*\*o/ })).toBeNull();
    fireEvent.compositionEnd(box);
    const hit = await screen.findByRole('option', { name: /o\*\*\*o/ });
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
    expect(hit.isConnected).toBe(true);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(await screen.findByRole('article', { name: 'o***o' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: '查客户' })).toBeNull();
    await waitFor(() => expect(focused()).toBe('‹ 返回列表'));
    press('Escape');
    await waitFor(() => expect(document.activeElement!.matches('[data-row]')).toBe(true));
  });

  test('of a look-up that lead to nobody say how to learn who it is', async () => {
    const order = orderOf(masked, 3);
    await seller.visit(makeReport([order, orderOf(stable('other_two'), 5)]));
    seller.openPanel();
    await screen.findByText('o***o');
    press('、');
    const box = await screen.findByRole<HTMLInputElement>('combobox', { name: '查客户' });
    fireEvent.change(box, { target: { value: order.orderId.slice(-4) } });
    await screen.findByRole('option', { name: new RegExp(`订单 …${order.orderId.slice(-4)}`) });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(await screen.findByText(/看过，但列表只给了买家的掩码/)).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
    fireEvent.change(box, { target: { value: 'other' } });
    expect(screen.queryByText(/看过，但列表只给了买家的掩码/)).toBeNull();
  });

  test('of the day are put off, and the focus goes on to the next one', async () => {
    const orders = ['wait_aa', 'wait_bb'].flatMap((name) => [orderOf(stable(name), 45), orderOf(stable(name), 47)]);
    // Of a shop of which nothing newer was seen nobody is said to be silent.
    await seller.visit(makeReport([...orders, orderOf(stable('passer_by'), 2)]));
    seller.openPanel();
    await screen.findByRole('button', { name: /该唤醒\s*2/ });
    press('g');
    press('t');
    const list = await screen.findByRole('region', { name: '该唤醒' });
    const [first, second] = await within(list).findAllByText(/^w\*\*\*/);
    press('j');
    press('s');
    await waitFor(() => expect(first!.isConnected).toBe(false));
    expect(document.activeElement!.contains(second!)).toBe(true);
    expect(await seller.db.events.toArray()).toMatchObject([{ kind: 'suggestionPutOff' }]);
  });
});

describe('a suggestion on the card', () => {
  test('is put off by S and declined by X, and either is taken back with one click', async () => {
    const regular = stable('wait_aa');
    await seller.visit(makeReport([orderOf(regular, 45), orderOf(regular, 47), orderOf(stable('passer_by'), 2)]));
    seller.openPanel();
    fireEvent.click(await screen.findByText('w***a'));
    const suggestions = await screen.findByRole('region', { name: '建议' });
    const offered = () => within(suggestions).queryAllByRole('combobox').length;
    await waitFor(() => expect(offered()).toBeGreaterThan(0));
    await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
    const before = offered();
    press('s');
    await waitFor(() => expect(offered()).toBe(before - 1));
    expect(await seller.db.events.toArray()).toMatchObject([{ kind: 'suggestionPutOff', reason: null }]);
    fireEvent.click(await within(suggestions).findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(offered()).toBe(before));
    press('x');
    expect(document.activeElement).toBe(within(suggestions).getAllByRole('combobox')[0]);
    fireEvent.change(document.activeElement!, { target: { value: 'notWorthIt' } });
    await waitFor(() => expect(offered()).toBe(before - 1));
  });

  test('that is held back says why by Y, with the focus on it, and Y again folds it up', async () => {
    const regular = stable('wait_aa');
    await seller.visit(makeReport([orderOf(regular, 45), orderOf(regular, 47), orderOf(stable('passer_by'), 2)]));
    seller.openPanel();
    fireEvent.click(await screen.findByText('w***a'));
    const suggestions = within(await screen.findByRole('region', { name: '建议' }));
    await waitFor(() => expect(suggestions.queryAllByRole('combobox').length).toBeGreaterThan(0));
    await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
    const summary = await suggestions.findByText(/^(被拦下的建议（\d+）|为什么没有建议)$/);
    const details = summary.closest('details')!;
    details.open = false;
    press('y');
    expect(details.open).toBe(true);
    expect(document.activeElement).toBe(details.querySelector('summary'));
    expect(details.textContent).toMatch(/已拦下/);
    press('y');
    expect(details.open).toBe(false);
  });
});

describe('a reply', () => {
  test('is chosen, its blank filled, and put into the chat box with three keys and what is typed', async () => {
    const chat = await startChat();
    await openChat(chat, '杯子碎了一个，还少了一个盖子');
    const blank = screen
      .getAllByRole('button', { name: /要填.*解决方案/ })
      .find((one) => one.ariaKeyShortcuts !== null)!;
    press(blank.getAttribute('aria-keyshortcuts')!);
    await waitFor(() => expect(document.activeElement!.tagName).toBe('INPUT'));
    for (const field of screen.getAllByPlaceholderText<HTMLInputElement>(/^如 /)) {
      if (field.value === '') fireEvent.change(field, { target: { value: '今天补发' } });
    }
    press('Enter');
    await waitFor(() => expect(focused()).toBe('填入'));
    press('Enter');
    await waitFor(() => expect(chat.filled).toHaveLength(1));
  });
  test('that is complete is put into the chat box with two keys, and the words stand above the card', async () => {
    const chat = await startChat();
    await openChat(chat, '到哪里了');
    const words = screen.getByRole('region', { name: '话术' });
    const card = screen.getByRole('article', { name: 'w***e' });
    expect(words.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    const ready = screen.getAllByRole('button', { name: /可直接用/ }).find((one) => one.ariaKeyShortcuts !== null)!;
    press(ready.getAttribute('aria-keyshortcuts')!);
    await waitFor(() => expect(focused()).toBe('填入'));
    press('Enter');
    await waitFor(() => expect(chat.filled).toHaveLength(1));
  });
});

describe('the list of keys', () => {
  test.each([
    ['by its key', () => press('？')],
    ['by a click', () => fireEvent.click(screen.getByRole('button', { name: '? 键盘' }))],
  ])('opens %s, with the keys of the browser as they are set', async (_, open) => {
    await seller.visit(makeReport([orderOf(stable('first_one'), 2)]));
    seller.openPanel();
    await screen.findByText('f***e');
    open();
    const help = await screen.findByRole('dialog', { name: '键盘' });
    expect(help.textContent).toContain('稍后再说');
    expect(await within(help).findByText('Alt+Shift+L')).toBeTruthy();
    expect(within(help).getByText('Alt+Shift+K').closest('div')!.textContent).toContain('打开查客户的小窗');
    // What lies under it hears nothing.
    const before = document.activeElement;
    press('j');
    expect(document.activeElement).toBe(before);
  });
});
