import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordCustomerTag } from '../../lib/pipeline/record-customer-note.ts';
import { readCustomerNotes } from '../../lib/views/customers/customer-notes.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
let customerId: string;

beforeEach(async () => {
  seller = await startScreen();
  const { buyers } = await seller.visit(
    makeReport([orderOf(stable('wd_sunshine'), 45), orderOf(stable('other_buyer'), 45)]),
  );
  customerId = buyers.find(({ display }) => display?.startsWith('w'))?.customerId ?? buyers[0]!.customerId!;
  const other = buyers.find((buyer) => buyer.customerId !== customerId)!.customerId!;
  await recordCustomerTag(seller.db, { customerId: other, tag: '爱比价', isOn: true }, Date.now());
  seller.openPanel();
  fireEvent.click(await screen.findByRole('button', { name: /w\*\*\*e/ }));
  await screen.findByRole('heading', { name: 'w***e' });
});

const kept = async () => (await readCustomerNotes(seller.db, [customerId])).get(customerId);
const part = () => within(screen.getByRole('region', { name: '标签和备注' }));
const write = (label: string, text: string) => {
  const field = part().getByRole('textbox', { name: label });
  fireEvent.change(field, { target: { value: text } });
  fireEvent.submit(field.closest('form')!);
};

/** As Enter on it does: it has the focus. */
function press(button: HTMLElement): void {
  button.focus();
  fireEvent.click(button);
}

async function openByKey() {
  fireEvent.keyDown(document.body, { key: 't' });
  await waitFor(() => expect(document.activeElement).toBe(part().getByRole('textbox', { name: '标签' })));
}

describe('on a customer’s card', () => {
  test('T writes a tag, which is taken off and back again', async () => {
    await openByKey();
    write('标签', '送礼');
    fireEvent.click(await part().findByRole('button', { name: '去掉标签“送礼”' }));
    await waitFor(() => expect(part().queryByText('送礼')).toBeNull());
    fireEvent.click(part().getByRole('button', { name: '撤销' }));
    await part().findByText('送礼');
    expect((await kept())?.tags.map(({ tag }) => tag)).toEqual(['送礼']);
  });

  test('the key is left to an input method that composes', async () => {
    fireEvent.keyDown(document.body, { key: 't', isComposing: true });
    fireEvent.keyDown(document.body, { key: 't', keyCode: 229 });
    expect(part().queryByRole('textbox', { name: '标签' })).toBeNull();
    await openByKey();
  });

  test('the shop’s own tags are offered, by the initials of their pinyin too, and put on by a click', async () => {
    await openByKey();
    const field = part().getByRole('textbox', { name: '标签' });
    await part().findByRole('button', { name: '爱比价' });
    fireEvent.change(field, { target: { value: 'x' } });
    expect(part().queryByRole('button', { name: '爱比价' })).toBeNull();
    fireEvent.change(field, { target: { value: 'abj' } });
    fireEvent.click(await part().findByRole('button', { name: '爱比价' }));
    await part().findByRole('button', { name: '去掉标签“爱比价”' });
    expect(part().queryByRole('button', { name: '爱比价' })).toBeNull();
  });

  test.each(['有 空格', '这,那'])('%j is no tag, and says why', async (text) => {
    await openByKey();
    write('标签', text);
    expect(part().getByText(/不用空格、标点/)).toBeTruthy();
    expect(await kept()).toBeUndefined();
  });

  test('a note is kept, changed and removed', async () => {
    await openByKey();
    write('备注', '喜欢小份');
    await waitFor(async () => expect((await kept())?.note?.text).toBe('喜欢小份'));
    expect(await part().findByText('喜欢小份')).toBeTruthy();
    write('备注', '');
    await waitFor(async () => expect(await kept()).toBeUndefined());
  });

  test.each([
    ['备注', '电话13812345678'],
    ['备注', '卡号 6222 0212 3456 7890'],
    ['备注', '住朝阳区建国路88号院3号楼1202'],
    ['备注', '加我微信 wx_abc123'],
    ['标签', '13812345678'],
  ])('%s: %j is asked about first, and saved by a second click alone', async (label, text) => {
    await openByKey();
    write(label, text);
    const warning = await part().findByText(/不该留的个人信息/);
    expect(await kept()).toBeUndefined();
    fireEvent.click(within(warning).getByRole('button', { name: '仍要保存' }));
    await waitFor(async () => expect(await kept()).toBeDefined());
  });

  test.each([
    ['备注', '喜欢小份', '保存'],
    ['标签', '送礼', '加上'],
  ])('%s: who saved by the button goes on writing where they wrote', async (label, text, button) => {
    await openByKey();
    const field = part().getByRole('textbox', { name: label });
    fireEvent.change(field, { target: { value: text } });
    press(part().getByRole('button', { name: button }));
    await waitFor(async () => expect(await kept()).toBeDefined());
    expect(document.activeElement).toBe(field);
  });

  test.each(['仍要保存', '改一改'])('“%s” leads back to what was written', async (answer) => {
    await openByKey();
    write('备注', '电话13812345678');
    press(await part().findByRole('button', { name: answer }));
    await waitFor(() => expect(part().queryByText(/不该留的个人信息/)).toBeNull());
    expect(document.activeElement).toBe(part().getByRole('textbox', { name: '备注' }));
  });

  test('a tag that was offered, and one that is taken off and put back, leave the keys where they were', async () => {
    await openByKey();
    press(await part().findByRole('button', { name: '爱比价' }));
    expect(document.activeElement).toBe(part().getByRole('textbox', { name: '标签' }));
    press(await part().findByRole('button', { name: '去掉标签“爱比价”' }));
    expect(document.activeElement).toBe(part().getByRole('button', { name: '＋ 标签、备注' }));
    press(await part().findByRole('button', { name: '撤销' }));
    expect(document.activeElement).toBe(part().getByRole('status'));
  });

  test('Esc closes the editor and nothing else, and its button has the keys again', async () => {
    await openByKey();
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    await waitFor(() => expect(part().queryByRole('textbox', { name: '标签' })).toBeNull());
    expect(document.activeElement).toBe(part().getByRole('button', { name: '＋ 标签、备注' }));
    expect(screen.getByRole('heading', { name: 'w***e' })).toBeTruthy();
  });
});
