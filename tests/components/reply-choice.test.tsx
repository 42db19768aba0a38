import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../lib/model/event.ts';
import { recordTemplates } from '../../lib/pipeline/record-event.ts';
import { readServiceDesk } from '../../lib/views/service/service-desk.ts';
import { masked, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { makeTemplate } from '../support/make-template.ts';
import { button, choose, fields, nameIn, openChat, startChat, usable } from './support/reply-screen.tsx';
import { orderOf, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startChat();
});

describe('before it is chosen', () => {
  test('each reply says that the check has nothing against it', async () => {
    await openChat(seller, '收到的时候已经碎了');
    const options = screen.getAllByRole('button', { name: /可直接用|要填/ });
    expect(options.length).toBe(3);
    for (const option of options) {
      await waitFor(() => expect(option.textContent).toContain('✓检查通过'));
      expect(screen.getByRole('button', { name: new RegExp(`检查通过 ${nameIn(option)}`) })).toBe(option);
    }
  });

  test.each([
    ['加微信 liuke_8866 给您看图', '高风险', '引导添加私人社交账号'],
    ['这是全网最好的一款，给您补发', '注意', '“最”字形容商品'],
  ])('of “%s” it says how grave it is, and by which rule', async (text, grave, rule) => {
    await recordTemplates(seller.db, [makeTemplate({ name: '我们的', text })], Date.now());
    await openChat(seller, '收到的时候已经碎了');
    const own = await screen.findByRole('button', { name: /我们的/ });
    await waitFor(() => expect(own.textContent).toContain(`⚠${grave}`));
    expect(own.textContent).toContain(rule);
    expect(own.textContent).not.toContain('可直接用');
  });
});

describe('before it is used', () => {
  test('a tone is chosen, and remembered for the next buyer', async () => {
    await openChat(seller, '收到的时候已经碎了');
    expect(document.querySelector('blockquote')!.textContent).toMatch(/^非常抱歉/);
    fireEvent.click(screen.getByRole('radio', { name: '活泼' }));
    await waitFor(() => expect(document.querySelector('blockquote')!.textContent).toMatch(/^真抱歉/));
    cleanup();
    await openChat(seller, '收到的时候已经碎了');
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: '活泼' }).checked).toBe(true));
    fireEvent.click(screen.getByRole('radio', { name: '标准' }));
  });

  test('a usual answer fills a blank by one click', async () => {
    await openChat(seller, '收到的时候已经碎了');
    fireEvent.click(screen.getByRole('button', { name: '安排补发，运费我们承担' }));
    expect(fields()[0]!.value).toBe('安排补发，运费我们承担');
    await usable('复制');
  });

  test('what went wrong is proposed from the buyer’s words', async () => {
    await openChat(seller, '用了一次就坏了 太气人了 我要投诉');
    choose(/投诉首次回复/);
    const problem = screen.getByRole<HTMLInputElement>('textbox', { name: '投诉问题' });
    expect(problem.value).toBe('质量问题');
    expect(screen.getByText('按买家的话预填，可改')).toBeTruthy();
  });

  test('of who said nothing of it, what went wrong is not made up', async () => {
    await openChat(seller, '我要投诉');
    choose(/投诉首次回复/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '投诉问题' }).value).toBe('');
    fireEvent.change(screen.getByRole('combobox', { name: '场景' }), { target: { value: 'damaged' } });
    fireEvent.change(screen.getByRole('combobox', { name: '场景' }), { target: { value: 'complaint' } });
    expect(screen.queryByText('按买家的话预填，可改')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '服务态度' }));
    expect(document.querySelector('blockquote')!.textContent).toContain('服务态度');
  });

  test('an answer to a complaint shows which parts it has, and what it promises', async () => {
    await openChat(seller, '你们什么态度 没人管吗');
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
    const { promises, sceneId } = (event as { contact: Contact }).contact;
    expect(sceneId).toBe('complaint');
    expect(promises!.map(({ what }) => what)).toEqual(['answer']);
    expect(Math.abs(promises![0]!.dueAt - before - 24 * 3_600_000)).toBeLessThan(120_000);
  });

  test('the parts of an answer are ticked and unticked letter by letter, whoever’s words they are', async () => {
    await recordTemplates(seller.db, [makeTemplate({ name: '我们的', text: '{answer}' })], Date.now());
    await openChat(seller, '收到的时候已经碎了');
    fireEvent.click(await screen.findByRole('button', { name: /我们的/ }));
    const list = screen.getByRole('list', { name: '答复结构' });
    const ticked = () => ['致歉', '方案', '时限', '负责人'].filter((part) => list.textContent.includes(`✓${part}`));
    const written = '非常抱歉，由我跟进，给您补发，今天18点前告诉您';
    const seen = Array.from(written, (_, at) => {
      const typed = written.slice(0, at + 1);
      fireEvent.change(screen.getByRole('textbox', { name: '答案' }), { target: { value: typed } });
      return ticked().join(' ');
    });
    expect([...new Set(seen)]).toEqual(['', '致歉', '致歉 负责人', '致歉 方案 负责人', '致歉 方案 时限 负责人']);
    fireEvent.change(screen.getByRole('textbox', { name: '答案' }), { target: { value: '给您补发，非常抱歉' } });
    expect(ticked()).toEqual(['致歉', '方案']);
    expect(list.textContent).toContain('先致歉，再讲方案');
  });

  test('everything that is promised is said and kept, each until its own time', async () => {
    await openChat(seller, '收到的时候已经碎了');
    fireEvent.change(fields()[0]!, { target: { value: '今天23点59分前给您补发,24小时内给您答复' } });
    expect(screen.getAllByText(/^承诺：/).map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/发货/),
      expect.stringMatching(/答复/),
    ]);
    await usable('填入');
    fireEvent.click(button('填入'));
    await screen.findByText(/已填入/);
    const { promises } = await readServiceDesk(seller.db, Date.now());
    expect(promises.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual(['dispatch open', 'answer open']);
    expect(promises[1]!.dueAt).toBeGreaterThan(promises[0]!.dueAt);
  });

  test('a blank that stands in the shop’s own text is asked for by name, and no buyer reads it', async () => {
    const text = '抱歉给您添麻烦，补发单号是XX，预计XX到，{nobodyKnows}【】';
    await recordTemplates(seller.db, [makeTemplate({ name: '我们的', text })], Date.now());
    await openChat(seller, '收到的时候已经碎了');
    fireEvent.click(await screen.findByRole('button', { name: /我们的/ }));
    const names = ['XX', 'XX 2', 'nobodyKnows', '【】'];
    expect(screen.getByText(`先填好：${names.join('，')}`)).toBeTruthy();
    for (const [at, name] of names.entries()) {
      expect([button('复制').disabled, button('填入').disabled]).toEqual([true, true]);
      fireEvent.change(screen.getByRole('textbox', { name: `“${name}”处填什么` }), { target: { value: `第${at}项` } });
    }
    await usable('填入');
    fireEvent.click(button('填入'));
    await screen.findByText(/已填入/);
    expect(seller.filled).toEqual(['抱歉给您添麻烦，补发单号是第0项，预计第1项到，第2项第3项']);
  });

  test('what may have changed since says when it was seen', async () => {
    await recordTemplates(
      seller.db,
      [makeTemplate({ name: '我们的', text: '订单{orderStatus}，{solution}。' })],
      Date.now(),
    );
    await openChat(seller, '收到的时候已经碎了');
    fireEvent.click(await screen.findByRole('button', { name: /我们的/ }));
    expect(screen.getByText('订单状态是刚刚看到的')).toBeTruthy();
  });

  test('an order number or a phone that is typed shrinks to its tail', async () => {
    await openChat(seller, '收到的时候已经碎了');
    fireEvent.change(fields()[0]!, { target: { value: '打13812345678补发3090112233448831' } });
    const text = document.querySelector('blockquote')!.textContent;
    expect(text).toContain('打尾号5678补发尾号8831');
    expect(text).not.toMatch(/\d{8}/);
  });

  describe('how often the buyer was here', () => {
    const firstTime = () => orderOf(stable('wd_sunshine'), 400);
    const others = () => [orderOf(stable('somebody'), 800), orderOf(stable('somebody'), 0)];
    const thank = async () => {
      await openChat(seller, '嗯嗯');
      fireEvent.change(screen.getByRole('combobox', { name: '场景' }), { target: { value: 'birthday' } });
      choose(/购买纪念日/);
    };

    test('and for how many years is said where everything was seen', async () => {
      await seller.visit(makeReport([firstTime(), ...others()]));
      await thank();
      const text = document.querySelector('blockquote')!.textContent;
      expect(text).toContain('已满1年，一共2次');
      expect(screen.queryByRole('textbox', { name: '满几年' })).toBeNull();
      await usable('复制');
    });

    test('is asked for where one order was of a mask: it may be theirs', async () => {
      await seller.visit(makeReport([firstTime(), ...others(), orderOf(masked, 20)]));
      await thank();
      expect(fields().map(({ labels }) => labels![0]!.textContent)).toEqual(['满几年', '第几次购买']);
      expect(button('复制').disabled).toBe(true);
    });
  });

  test('words that tell nothing leave the choice to the person', async () => {
    await openChat(seller, '嗯嗯');
    expect(screen.getByText('看不出在说什么，请选场景或搜索')).toBeTruthy();
  });

  test('a guess is called one', async () => {
    await openChat(seller, '这个怎么弄');
    expect(screen.getByRole('button', { name: /^可能是.*不太确定$/ })).toBeTruthy();
  });
});

test('what the buyer wrote and what was answered is in no table', async () => {
  const marked = '杯子碎了 紫色大象';
  await openChat(seller, marked);
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
  await recordTemplates(seller.db, [makeTemplate({ name: '我们店的碎了这样说' })], Date.now());
  await openChat(seller, '收到的时候已经碎了');
  const own = await screen.findByRole('button', { name: /我们店的碎了这样说.*本店话术/ });
  expect(own.getAttribute('aria-keyshortcuts')).toMatch(/[123]/);
});
