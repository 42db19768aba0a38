import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../lib/model/event.ts';
import { recordTemplates } from '../../lib/pipeline/record-event.ts';
import { makeReport } from '../support/make-report.ts';
import { stable } from '../support/make-order.ts';
import { chatReport, orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 5)]));
});

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

async function openChat(text: string, changes: { settled?: boolean; editor?: boolean } = {}): Promise<void> {
  await seller.visit(chatReport(['wd_sunshine'], { messages: [{ from: 'buyer', text }], ...changes }));
  seller.openPanel();
  await screen.findByRole('region', { name: '话术' });
}

/** Chooses a reply by its label and fills every field that is left. */
function choose(label: RegExp): void {
  const option = screen.getByRole('button', { name: label });
  fireEvent.click(option);
}

function fields(): HTMLInputElement[] {
  return screen.getAllByPlaceholderText<HTMLInputElement>(/^如 /);
}

/** Every text is checked before it may be used. */
const usable = async (name: string) => await waitFor(() => expect(button(name).disabled).toBe(false));

describe('what to say', () => {
  test('the scene is detected from the buyer’s words and can be changed', async () => {
    await openChat('收到的时候已经碎了');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: '场景' }).value).toBe('damaged');
    expect(screen.getByRole('button', { name: /识别：破损（“碎了”）/, pressed: true })).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: '场景' }), { target: { value: 'refund' } });
    expect(screen.getByRole('button', { name: /确认退款类型/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /识别：破损/, pressed: false })).toBeTruthy();
  });

  test('a text with an unfilled variable cannot be used, one that is filled can', async () => {
    await openChat('我要退款');
    choose(/上门取件/);
    expect(button('复制').disabled).toBe(true);
    expect(button('填入').disabled).toBe(true);
    for (const field of fields()) fireEvent.change(field, { target: { value: '今天18点' } });
    await usable('复制');
    expect(button('填入').disabled).toBe(false);
    expect(document.querySelector('blockquote')!.textContent).toContain('今天18点');
  });

  test('a half-written reply stays when the buyer writes on', async () => {
    await openChat('我要退款');
    choose(/上门取件/);
    fireEvent.change(fields()[0]!, { target: { value: '今天18点' } });
    await seller.visit(chatReport(['wd_sunshine'], { messages: [{ from: 'buyer', text: '收到的时候已经碎了' }] }));
    await screen.findByText(/识别：破损/);
    expect(fields()[0]!.value).toBe('今天18点');
  });

  test('a block finding needs the deliberate second step, and again when the text changes', async () => {
    await openChat('我要退款');
    choose(/上门取件/);
    const type = (value: string) => {
      for (const field of fields()) fireEvent.change(field, { target: { value } });
    };
    type('今天，加微信 liuke_8866 聊');
    expect((await screen.findAllByText('高风险')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/^可改为：/).length).toBeGreaterThan(0);
    expect(screen.getByText(/仅供参考，不构成法律意见。/)).toBeTruthy();
    expect(button('复制').disabled).toBe(true);
    fireEvent.change(screen.getByRole('textbox', { name: '使用理由' }), { target: { value: '买家主动要求' } });
    await usable('复制');
    type('明天，加微信 liuke_8866 聊');
    expect(button('复制').disabled).toBe(true);
    type('今天18点');
    await usable('复制');
    expect(screen.queryByRole('textbox', { name: '使用理由' })).toBeNull();
  });

  test('the reason for going over a block finding is kept with the contact', async () => {
    await openChat('我要退款');
    choose(/上门取件/);
    for (const field of fields()) fireEvent.change(field, { target: { value: '今天，加微信 liuke_8866 聊' } });
    fireEvent.change(await screen.findByRole('textbox', { name: '使用理由' }), { target: { value: ' 买家主动要求 ' } });
    await usable('填入');
    fireEvent.click(button('填入'));
    await screen.findByText(/已填入/);
    const overrides = { ruleIds: expect.arrayContaining(['DIV-01']), reason: '买家主动要求' };
    expect(await seller.db.events.toArray()).toMatchObject([{ contact: { overrides } }]);
  });

  test('filling puts the text into the chat box, notes a contact, and can be undone', async () => {
    await openChat('我要退款');
    choose(/确认退款类型/);
    await usable('填入');
    fireEvent.click(button('填入'));
    expect(await screen.findByText('已填入，请检查后自行发送，已记一次联系')).toBeTruthy();
    expect(seller.filled).toHaveLength(1);
    const [event] = await seller.db.events.toArray();
    expect(event).toMatchObject({
      kind: 'contact',
      contact: {
        how: 'filled',
        templateId: 'refund-which-kind-standard',
        isOffer: false,
        sceneId: 'refund',
        promise: null,
      },
    });
    fireEvent.click(screen.getAllByRole('button', { name: '撤销' })[0]!);
    expect(await screen.findByText('已撤销这次联系记录')).toBeTruthy();
    expect(await seller.db.events.count()).toBe(2);
  });

  test('copying the same text again is one contact', async () => {
    await openChat('我要退款');
    choose(/确认退款类型/);
    await usable('复制');
    fireEvent.click(button('复制'));
    await screen.findByText('已复制，已记一次联系');
    expect(await navigator.clipboard.readText()).toContain('仅退款');
    await usable('填入');
    fireEvent.click(button('填入'));
    await screen.findByText('已填入，请检查后自行发送，已记一次联系');
    expect(await seller.db.events.count()).toBe(1);
  });

  test('a page that does not take the text says so and nothing is noted', async () => {
    seller.fillResult = { filled: false, because: 'otherCustomer' };
    await openChat('我要退款');
    choose(/确认退款类型/);
    await usable('填入');
    fireEvent.click(button('填入'));
    expect(await screen.findByText(/当前会话已是另一位买家/)).toBeTruthy();
    expect(await seller.db.events.count()).toBe(0);
  });

  test('while the chat is switching nothing is filled in, copying still works', async () => {
    await openChat('我要退款', { settled: false });
    choose(/确认退款类型/);
    expect(screen.getByText('会话正在切换，稍等再填入')).toBeTruthy();
    expect(button('填入').disabled).toBe(true);
    await usable('复制');
  });

  test('away from the chat there is only copying', async () => {
    await seller.visit(makeReport([orderOf(stable('other_buyer'), 5)]));
    seller.openPanel();
    fireEvent.click(await screen.findByRole('button', { name: /o\*\*\*r/ }));
    fireEvent.change(await screen.findByRole('combobox', { name: '场景' }), { target: { value: 'refund' } });
    expect(screen.queryByRole('button', { name: '填入' })).toBeNull();
    expect(button('复制')).toBeTruthy();
  });

  test('any other reply can be searched for and chosen', async () => {
    await openChat('我要退款');
    fireEvent.change(screen.getByRole('searchbox', { name: '搜索' }), { target: { value: '尺码' } });
    fireEvent.click(screen.getAllByRole('option', { name: /^尺码/ })[0]!);
    await waitFor(() => expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(1));
  });
});

const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.body, { key, ...more });
const chosen = () =>
  screen.getAllByRole('button', { expanded: true }).map((option) => option.getAttribute('aria-keyshortcuts'));

describe('by key alone', () => {
  test('1 to 3 choose, and the cursor goes to the first blank', async () => {
    await openChat('我要退款');
    expect(chosen()).toEqual(['1']);
    press('3');
    expect(chosen()).toEqual(['3']);
    expect(document.activeElement).toBe(fields()[0]);
    fireEvent.keyDown(fields()[0]!, { key: '1' });
    expect(chosen()).toEqual(['3']);
  });

  test('where nothing is blank the cursor goes to the button, once the text is checked', async () => {
    await openChat('我要退款');
    const ready = screen
      .getAllByRole('button', { name: /可直接用/ })
      .map((option) => option.getAttribute('aria-keyshortcuts')!);
    press(ready[0]!);
    await waitFor(() => expect(document.activeElement).toBe(button('填入')));
  });

  test.each(['/', '、'])('%s goes to the search', async (key) => {
    await openChat('我要退款');
    press(key);
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: '搜索' }));
  });

  test('nothing happens while an input method composes, or with a modifier', async () => {
    await openChat('我要退款');
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
    await openChat('我要退款');
    fireEvent.change(box(), { target: { value: query } });
    expect(found()[0]).toContain('发票 · 发票进度');
  });

  test('waits for what an input method composes', async () => {
    await openChat('我要退款');
    fireEvent.compositionStart(box());
    fireEvent.change(box(), { target: { value: "fa'piao" } });
    expect(box().value).toBe("fa'piao");
    expect(found()).toEqual([]);
    fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
    expect(box().value).toBe("fa'piao");
    fireEvent.change(box(), { target: { value: '发票' } });
    fireEvent.compositionEnd(box());
    expect(found().length).toBeGreaterThan(2);
  });

  test('is gone through with the arrows, and Enter takes one; Escape leaves', async () => {
    await openChat('我要退款');
    fireEvent.change(box(), { target: { value: '发票' } });
    fireEvent.keyDown(box(), { key: 'ArrowDown' });
    const second = found()[1]!;
    expect(list()!.querySelector('[aria-selected=true]')!.textContent).toBe(second);
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(box().value).toBe('');
    const [open] = screen.getAllByRole('button', { expanded: true });
    expect(second).toContain(open!.querySelector('span')!.textContent!);
    fireEvent.change(box(), { target: { value: 'zzzz' } });
    expect(screen.getByText('没有找到话术')).toBeTruthy();
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(box().value).toBe('');
  });
});

describe('before it is used', () => {
  test('a tone is chosen, and remembered for the next buyer', async () => {
    await openChat('收到的时候已经碎了');
    expect(document.querySelector('blockquote')!.textContent).toMatch(/^非常抱歉/);
    fireEvent.click(screen.getByRole('radio', { name: '活泼' }));
    await waitFor(() => expect(document.querySelector('blockquote')!.textContent).toMatch(/^真抱歉/));
    cleanup();
    await openChat('收到的时候已经碎了');
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: '活泼' }).checked).toBe(true));
    fireEvent.click(screen.getByRole('radio', { name: '标准' }));
  });

  test('a usual answer fills a blank by one click', async () => {
    await openChat('收到的时候已经碎了');
    fireEvent.click(screen.getByRole('button', { name: '安排补发，运费我们承担' }));
    expect(fields()[0]!.value).toBe('安排补发，运费我们承担');
    await usable('复制');
  });

  test('what went wrong is proposed from the buyer’s words', async () => {
    await openChat('用了一次就坏了 太气人了 我要投诉');
    choose(/投诉首次回复/);
    const problem = screen.getByRole<HTMLInputElement>('textbox', { name: '投诉问题' });
    expect(problem.value).not.toBe('');
    expect(screen.getByText('按买家的话预填，可改')).toBeTruthy();
  });

  test('an answer to a complaint shows which parts it has, and what it promises', async () => {
    await openChat('你们什么态度 没人管吗');
    choose(/专人跟进/);
    const parts = () => screen.getByRole('list', { name: '答复结构' }).textContent;
    expect(parts()).toContain('✓致歉');
    expect(parts()).toContain('○时限');
    for (const field of fields()) {
      if (field.value === '') fireEvent.change(field, { target: { value: '补发' } });
    }
    fireEvent.change(screen.getByRole('textbox', { name: '答复时间' }), { target: { value: '24小时内' } });
    expect(parts()).toContain('✓时限');
    expect(screen.getByText(/^承诺：.*前答复，用后会记下这个时间$/)).toBeTruthy();
    const before = Date.now();
    await usable('填入');
    fireEvent.click(button('填入'));
    await screen.findByText(/已填入/);
    const [event] = await seller.db.events.toArray();
    const { promise, sceneId } = (event as { contact: Contact }).contact;
    expect(sceneId).toBe('complaint');
    expect(promise!.what).toBe('answer');
    expect(Math.abs(promise!.dueAt - before - 24 * 3_600_000)).toBeLessThan(120_000);
  });

  test('an order number or a phone that is typed shrinks to its tail', async () => {
    await openChat('收到的时候已经碎了');
    fireEvent.change(fields()[0]!, { target: { value: '打13812345678补发3090112233448831' } });
    const text = document.querySelector('blockquote')!.textContent;
    expect(text).toContain('打尾号5678补发尾号8831');
    expect(text).not.toMatch(/\d{8}/);
  });

  test('words that tell nothing leave the choice to the person', async () => {
    await openChat('嗯嗯');
    expect(screen.getByText('没听出在说什么，请选场景或搜索')).toBeTruthy();
  });

  test('a guess is called one', async () => {
    await openChat('这个盖子是拧的还是按的');
    expect(screen.getByRole('button', { name: /^可能是.*不太确定$/ })).toBeTruthy();
  });
});

test('what the buyer wrote and what was answered is in no table', async () => {
  const marked = '杯子碎了 紫色大象';
  await openChat(marked);
  fireEvent.click(screen.getByRole('button', { name: '安排补发，运费我们承担' }));
  await usable('填入');
  fireEvent.click(button('填入'));
  await screen.findByText(/已填入/);
  const [sent] = seller.filled;
  const stored = JSON.stringify(await Promise.all(seller.db.tables.map((table) => table.toArray())));
  expect(stored).toContain('damaged-solution');
  expect(stored).not.toContain('紫色大象');
  expect(stored).not.toContain(sent);
  expect(stored).not.toContain('安排补发');
});

test('the shop’s own reply comes first, and says that it is', async () => {
  await recordTemplates(
    seller.db,
    [
      {
        templateId: 'mine',
        name: '我们店的碎了这样说',
        group: null,
        scene: 'damaged',
        tone: 'standard',
        platforms: ['jd'],
        text: '抱歉，碎了的给您补，{solution}。',
        owner: null,
        expiresDay: null,
      },
    ],
    Date.now(),
  );
  await openChat('收到的时候已经碎了');
  const own = await screen.findByRole('button', { name: /我们店的碎了这样说.*本店话术/ });
  expect(own.getAttribute('aria-keyshortcuts')).toMatch(/[123]/);
});
