import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY_MS, dayOf } from '../../lib/model/shanghai-time.ts';
import { recordContact, recordTemplates } from '../../lib/pipeline/record-event.ts';
import { ownId } from '../../lib/replies/own-templates.ts';
import { replyTemplates } from '../../lib/rules/replies.ts';
import { readOwnTemplates } from '../../lib/views/replies/own-templates.ts';
import { makeContact } from '../support/make-contact.ts';
import { makeTemplate } from '../support/make-template.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

async function openLibrary(): Promise<void> {
  openDashboard('replies');
  await screen.findByRole('heading', { name: '话术库' });
}

beforeEach(async () => {
  seller = await startScreen();
});

const today = dayOf(Date.now());
const own = () => readOwnTemplates(seller.db);
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const select = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });
const items = () => screen.getAllByRole('listitem').filter((item) => item.querySelector('strong'));
const names = () => items().map((item) => item.querySelector('strong')!.textContent);
const form = () => within(button('保存').closest('form')!);
const write = (name: string, value: string) => fireEvent.change(form().getByLabelText(name), { target: { value } });

describe('the library', () => {
  test('opens without any shop, with all that ships', async () => {
    await openLibrary();
    expect(screen.getByText(`${replyTemplates.length} 条`)).toBeTruthy();
    expect(button('导出 CSV').disabled).toBe(true);
    select('来源', 'own');
    expect(screen.getByText(/^还没有本店话术/)).toBeTruthy();
  });

  test('is filtered and searched', async () => {
    await openLibrary();
    select('场景', 'invoice');
    select('语气', 'lively');
    select('平台', 'jd');
    expect(new Set(names())).toContain('申请发票（京东）');
    expect(names()).not.toContain('申请发票（淘宝）');
    fireEvent.change(screen.getByRole('searchbox', { name: '搜索' }), { target: { value: 'fpjd' } });
    await waitFor(() => expect(names()[0]).toBe('发票进度'));
    fireEvent.change(screen.getByRole('searchbox', { name: '搜索' }), { target: { value: 'zzzz' } });
    await screen.findByText('没有符合的话术');
  });

  test('shows fifty at a time', async () => {
    await openLibrary();
    expect(items()).toHaveLength(50);
    fireEvent.click(button('再显示 50 条'));
    expect(items()).toHaveLength(100);
  });
});

describe('a reply of one’s own', () => {
  test('is written, kept, changed, deleted and brought back', async () => {
    await openLibrary();
    select('来源', 'own');
    fireEvent.click(button('新建话术'));
    expect(button('保存').disabled).toBe(true);
    write('名称', '杯子碎了');
    write('分组', '售后');
    write('内容', '抱歉，碎了的给您补，');
    fireEvent.change(form().getByRole('combobox', { name: '场景' }), { target: { value: 'damaged' } });
    form().getByRole<HTMLTextAreaElement>('textbox', { name: '内容' }).setSelectionRange(10, 10);
    fireEvent.click(form().getByRole('button', { name: '解决方案' }));
    await waitFor(() => expect(button('保存').disabled).toBe(false));
    fireEvent.click(button('保存'));
    await screen.findByText('杯子碎了');
    expect((await own())[0]!.template).toMatchObject({
      name: '杯子碎了',
      group: '售后',
      scene: 'damaged',
      text: '抱歉，碎了的给您补，{solution}',
    });

    fireEvent.click(button('编辑“杯子碎了”'));
    write('名称', '碗碎了');
    fireEvent.click(button('保存'));
    await screen.findByText('碗碎了');
    expect(await own()).toHaveLength(1);

    fireEvent.click(button('删除“碗碎了”'));
    await waitFor(async () => expect(await own()).toEqual([]));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    expect(await screen.findByText('碗碎了')).toBeTruthy();
  }, 15_000);

  test('may begin as a copy of one that ships', async () => {
    await openLibrary();
    fireEvent.click(screen.getAllByRole('button', { name: '复制一份“回答商品问题”' })[0]!);
    expect(form().getByRole<HTMLInputElement>('textbox', { name: '名称' }).value).toBe('回答商品问题（副本）');
    expect(form().getByRole<HTMLTextAreaElement>('textbox', { name: '内容' }).value).toContain('{answer}');
  });

  test('has an owner, a last day and whom and when it is for, which stand beside it and can be taken away', async () => {
    await openLibrary();
    select('来源', 'own');
    fireEvent.click(button('新建话术'));
    write('名称', '店庆');
    write('内容', '亲，店庆活动到周末为止。');
    fireEvent.change(form().getByRole('combobox', { name: '场景' }), { target: { value: 'coupon' } });
    write('负责人', '小陈');
    write('到期日', '2030-12-31');
    write('适合客群', 'newCustomer');
    write('订单阶段', 'signed');
    await waitFor(() => expect(button('保存').disabled).toBe(false));
    fireEvent.click(button('保存'));
    await screen.findByText('店庆');
    const lastDay = Date.UTC(2030, 11, 31) / DAY_MS;
    const conditions = { owner: '小陈', expiresDay: lastDay, tierIds: ['newCustomer'], stages: ['signed'] };
    expect((await own())[0]!.template).toMatchObject(conditions);
    for (const fact of ['适合新客 · 订单已签收', '小陈', '2030-12-31']) expect(items()[0]!.textContent).toContain(fact);

    fireEvent.click(button('编辑“店庆”'));
    expect(form().getByLabelText<HTMLInputElement>('负责人').value).toBe('小陈');
    expect(form().getByLabelText<HTMLInputElement>('到期日').value).toBe('2030-12-31');
    write('负责人', '');
    write('到期日', '');
    write('适合客群', '');
    fireEvent.click(button('保存'));
    await waitFor(async () =>
      expect((await own())[0]!.template).toMatchObject({ owner: null, expiresDay: null, tierIds: [] }),
    );
  });

  test('says which blanks its text has while it is written', async () => {
    await openLibrary();
    fireEvent.click(button('新建话术'));
    write('内容', '单号是XX，预计【】到');
    expect(screen.getByText(/“XX，【】”不是变量/)).toBeTruthy();
  });

  test('that is of high risk is shown while it is written, and not saved', async () => {
    await openLibrary();
    fireEvent.click(button('新建话术'));
    write('名称', '加微信');
    write('内容', '亲，加微信 liuke_8866 给您补');
    fireEvent.change(form().getByRole('combobox', { name: '场景' }), { target: { value: 'damaged' } });
    expect(await screen.findByText('高风险')).toBeTruthy();
    expect(button('保存').disabled).toBe(true);
    write('内容', '亲，{nobody}给您补');
    expect(await screen.findByText('没有叫“nobody”的变量')).toBeTruthy();
    expect(button('保存').disabled).toBe(true);
  });

  test('whose risk only the background saw in time is refused with the reason', async () => {
    await openLibrary();
    fireEvent.click(button('新建话术'));
    write('名称', '去淘宝');
    write('内容', '同款在京东搜店名下单更便宜');
    fireEvent.change(form().getByRole('combobox', { name: '场景' }), { target: { value: 'damaged' } });
    // Before there is an answer about the words.
    fireEvent.click(button('保存'));
    expect(await screen.findByText(/^有高风险内容，没有保存：.*DIV-05/)).toBeTruthy();
    expect(await own()).toEqual([]);
  });

  test('is checked for every platform that it is for, and says which one objects', async () => {
    await openLibrary();
    fireEvent.click(button('新建话术'));
    write('名称', '去京东');
    write('内容', '明天一定送到，同款在京东搜店名下单更便宜');
    fireEvent.change(form().getByRole('combobox', { name: '场景' }), { target: { value: 'damaged' } });
    const alone = await screen.findByText('仅淘宝/天猫：');
    expect(alone.closest('li')!.textContent).toContain('DIV-05');
    expect(
      form()
        .getByText(/PRO-03/)
        .closest('li')!.textContent,
    ).not.toContain('仅');
    expect(button('保存').disabled).toBe(true);
  });

  test('that has ended or was long not used is put forward, and found by its group', async () => {
    const before = Date.now() - 100 * DAY_MS;
    await recordTemplates(seller.db, [makeTemplate({ templateId: 'old', name: '很久没用' })], before);
    await recordTemplates(
      seller.db,
      [
        makeTemplate({ templateId: 'ended', name: '过了期', group: null, expiresDay: today - 1 }),
        makeTemplate({ templateId: 'new', name: '新的' }),
      ],
      Date.now(),
    );
    await openLibrary();
    await screen.findByText(/^该清理的：1 条已到期，1 条 90 天没用过/);
    fireEvent.click(button('看看'));
    expect(names()).toEqual(['过了期']);
    select('状态', 'unused');
    expect(names()).toEqual(['很久没用']);
    select('状态', '*');
    select('分组', '售后');
    expect(names()).toEqual(['很久没用', '新的']);
  });
});

test('whether buyers wrote again stands beside the use, and a reply that few answer is put forward', async () => {
  const ignored = makeTemplate({ templateId: 'ignored', name: '没人回' });
  await recordTemplates(seller.db, [makeTemplate({ templateId: 'good', name: '都回' }), ignored], Date.now());
  for (const [index, id] of ['good', ...Array<string>(10).fill('ignored')].entries()) {
    const contactId = await recordContact(seller.db, makeContact({ templateId: ownId(id) }), Date.now());
    const answeredAt = id === 'good' ? 2 : null;
    await seller.db.answers.add({
      contactId,
      customerId: `${index}`,
      sentAt: 1,
      answeredAt,
      isJudged: true,
      seenAt: 3,
    });
  }
  await openLibrary();
  await screen.findByText(/^该清理的：0 条已到期，0 条 90 天没用过，1 条少有买家回复/);
  expect(screen.getByText(/用过 1 次 .*买家回复 1\/1/)).toBeTruthy();
  fireEvent.click(button('看看'));
  expect(names()).toEqual(['没人回']);
  expect(screen.getByText(/用过 10 次 .*买家回复 0\/10/)).toBeTruthy();
});

describe('a file', () => {
  const choose = async (name: string, text: string) => {
    await openLibrary();
    fireEvent.click(button('导入'));
    const box = screen.getByLabelText<HTMLInputElement>('选 CSV 或 JSON 文件');
    fireEvent.change(box, { target: { files: [new File([text], name)] } });
  };

  test('is looked through before it is taken in, each bad row with its reason', async () => {
    await choose(
      'mine.csv',
      '名称,场景,内容\n甲,破损,抱歉给您补\n乙,没有的场景,抱歉\n丙,破损,加微信 liuke_8866\n丁,物流慢,抱歉让您久等',
    );
    expect(await screen.findByText('可导入 2 条，2 条有问题')).toBeTruthy();
    const region = within(screen.getByRole('region', { name: '导入' }));
    const [unknown, risky] = region.getAllByRole('listitem').map((item) => item.textContent);
    expect(unknown).toMatch(/^第 3 行 “场景”写的是“没有的场景”/);
    expect(risky).toMatch(/^第 4 行 有高风险内容.*DIV-01/);
    expect(await own()).toEqual([]);
    fireEvent.click(button('导入这 2 条'));
    expect(await screen.findByText('已导入 2 条')).toBeTruthy();
    expect((await own()).map(({ template }) => template.name)).toEqual(['甲', '丁']);
    fireEvent.click(button('撤销这次导入'));
    expect(await screen.findByText('这次导入的 2 条已撤销')).toBeTruthy();
    expect(await own()).toEqual([]);
  });

  test('says once what a column may say, however many rows say something else', async () => {
    await choose('mine.csv', '名称,场景,内容\n甲,好评,谢谢\n乙,催付,您好\n丙,破损,抱歉给您补发');
    expect(await screen.findByText('可导入 1 条，2 条有问题')).toBeTruthy();
    const region = within(screen.getByRole('region', { name: '导入' }));
    expect(region.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '第 2 行 “场景”写的是“好评”，没有这个',
      '第 3 行 “场景”写的是“催付”，没有这个',
    ]);
    expect(region.getByText(/^“场景”可以写：投诉、破损、/)).toBeTruthy();
  });

  test('tells of every row what the rules warn of, and may be taken in all the same', async () => {
    await choose('mine.csv', '名称,场景,内容\n碎了,破损,抱歉给您补发\n到货,物流慢,抱歉，明天一定送到');
    expect(await screen.findByText('可导入 2 条，0 条有问题')).toBeTruthy();
    const region = within(screen.getByRole('region', { name: '导入' }));
    expect(region.getByText('其中 1 条有提醒，可以照样导入；建议先看看改法')).toBeTruthy();
    const row = region.getByText('第 3 行').closest('li')!;
    expect(row.textContent).toMatch(/PRO-03/);
    expect(within(row).getByText(/一定/, { selector: 'q' })).toBeTruthy();
    expect(row.textContent).toMatch(/预计×日送达/);
    fireEvent.click(button('导入这 2 条'));
    expect(await screen.findByText('已导入 2 条')).toBeTruthy();
  });

  test('that is none says what was expected', async () => {
    await choose('mine.csv', '标题\n甲');
    expect(await screen.findByText(/名称、场景、内容/, { selector: '[role=status]' })).toBeTruthy();
  });

  test('of the library is handed over as a download', async () => {
    await recordTemplates(seller.db, [makeTemplate()], Date.now());
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:x';
    });
    await openLibrary();
    await waitFor(() => expect(button('导出 CSV').disabled).toBe(false));
    fireEvent.click(button('导出 CSV'));
    expect(await blobs[0]!.text()).toContain('碎了这样说,售后,破损,标准,全部,');
    fireEvent.click(button('导出 JSON'));
    expect(JSON.parse(await blobs[1]!.text())).toMatchObject({ templates: [{ templateId: 'mine' }] });
  });
});
