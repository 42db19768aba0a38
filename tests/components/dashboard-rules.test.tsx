import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toBackground } from '../../lib/browser/send.ts';
import { recordShopRules } from '../../lib/pipeline/record-event.ts';
import { readShopRules } from '../../lib/views/replies/shop-rules.ts';
import { stable } from '../support/make-order.ts';
import { ruleParts } from '../support/make-pack.ts';
import { makeReport } from '../support/make-report.ts';
import { openDashboard } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;
let shopId: string;

beforeEach(async () => {
  seller = await startScreen();
});

async function openRules(): Promise<void> {
  const state = await seller.visit(makeReport([orderOf(stable('wd_sunshine'), 5)]));
  shopId = state.shopId!;
  openDashboard('rules');
  await screen.findByRole('heading', { name: '合规规则' });
}

const fileOf = (parts: object) => JSON.stringify({ format: 'liuke-shop-rules-1', version: '7', ...parts });
const kept = async () =>
  JSON.parse((await readShopRules(seller.db, shopId)) ?? 'null') as Record<string, unknown> | null;
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const choose = (policy: string, answer: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: policy })).getByRole('radio', { name: answer }));
const bringIn = (text: string | Uint8Array<ArrayBuffer>) =>
  fireEvent.change(screen.getByLabelText('导入规则文件'), { target: { files: [new File([text], 'rules.json')] } });
const lint = async (text: string) =>
  (await toBackground.lint({ text, platform: 'jd', channel: 'chat', shopId })).map(({ ruleId }) => ruleId);

describe('the rules of a shop', () => {
  test('want a shop', async () => {
    openDashboard('rules');
    expect(await screen.findByText('先打开店铺后台的页面，再来写这家店的规则')).toBeTruthy();
  });

  test('are written by hand: what is really offered, in force at once, and taken back', async () => {
    await openRules();
    expect(screen.getByText(/这家店还没有自己的规则$/)).toBeTruthy();
    expect(button('导出规则文件').disabled).toBe(true);
    choose('送运费险', '不提供');
    await waitFor(async () => expect(await kept()).toMatchObject({ offers: { freightInsurance: false } }));
    expect(await lint('亲，本店送运费险的')).toEqual(['PRO-06']);
    // One after the other, without waiting for the store.
    choose('免费安装', '提供');
    choose('免费安装', '未定');
    choose('可开专票', '提供');
    await waitFor(async () =>
      expect(await kept()).toMatchObject({ offers: { freightInsurance: false, vatInvoices: true } }),
    );
    choose('送运费险', '未定');
    await waitFor(async () => expect((await kept())!.offers).toEqual({ vatInvoices: true }));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect(await lint('亲，本店送运费险的')).toEqual(['PRO-06']));
  });

  test('allow a phrase, for one rule or all, and forget it again', async () => {
    await openRules();
    expect(button('添加').disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('这句话'), { target: { value: ' www.mumu-home.cn ' } });
    fireEvent.change(screen.getByLabelText('哪条规则'), { target: { value: 'DIV-04' } });
    fireEvent.click(button('添加'));
    await waitFor(async () =>
      expect(await kept()).toMatchObject({ allow: [{ phrase: 'www.mumu-home.cn', rules: ['DIV-04'] }] }),
    );
    expect(await lint('说明书在 www.mumu-home.cn 下载')).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: '删除“www.mumu-home.cn”' }));
    await waitFor(async () => expect((await kept())!.allow).toEqual([]));
    expect(await lint('说明书在 www.mumu-home.cn 下载')).toEqual(['DIV-04']);
  });
});

describe('a file of rules', () => {
  test('is taken in, shown, given out as it is, and put away', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:x';
    });
    // A download leaves the page where it is; here it would be a navigation.
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await openRules();
    const content = fileOf({
      allow: [{ phrase: '木木家官网' }],
      offers: { sameDayDispatch: true },
      severities: { 'PRO-03': 'hint' },
      concepts: { ourBrand: { words: ['木木家'] } },
    });
    bringIn(content);
    await screen.findByText('木木家官网');
    expect(screen.getByText(/本店规则版本 7$/)).toBeTruthy();
    const adds = within(screen.getByRole('region', { name: '文件里的其他内容' }));
    expect(adds.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^PRO-03 .* 改为“提示”$/),
      '词表、句式和概念 1 个',
    ]);
    fireEvent.click(button('导出规则文件'));
    expect(await blobs[0]!.text()).toBe(content);
    fireEvent.click(button('停用本店规则'));
    await waitFor(async () => expect(await kept()).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await screen.findByText('木木家官网');
  });

  test('changed by hand keeps what only a file can say', async () => {
    await openRules();
    bringIn(fileOf({ severities: { 'PRO-03': 'hint' } }));
    await screen.findByText(/改为“提示”$/);
    choose('送运费险', '提供');
    await waitFor(async () =>
      expect(await kept()).toMatchObject({ severities: { 'PRO-03': 'hint' }, offers: { freightInsurance: true } }),
    );
  });

  test.each([
    ['{"format"', /^这个文件用不了：内容不是 JSON/],
    ['{"format":"other"}', /它不是本店规则文件/],
    [fileOf({ offers: { freeMoon: true } }), /没有的服务项 freeMoon/],
    [fileOf({ severities: { 'DIV-99': 'hint' } }), /没有的规则编号 DIV-99/],
    ['x'.repeat(100_001), /最多 100 KB，它有 101 KB/],
  ])('that cannot be used is refused with the reason: %.40s', async (content, reason) => {
    await openRules();
    bringIn(content);
    expect(await screen.findByText(reason)).toBeTruthy();
    expect(await kept()).toBeNull();
  });

  test('with wrong places names each of them, in the language of the page', async () => {
    await openRules();
    bringIn(
      fileOf({
        version: 7,
        allow: [{ phrase: '' }],
        offers: { freightInsurance: 'yes' },
        severities: { 'PRO-03': 'loud' },
        color: 'red',
        rules: [{ id: 'x' }],
      }),
    );
    const items = await screen.findAllByText(/^(version|allow\.0\.phrase|offers|severities|整个文件|rules\.0)/);
    const texts = items.map((item) => item.textContent);
    expect(texts).toContain('version：应是文字，现在是数字');
    expect(texts).toContain('allow.0.phrase：不能为空');
    expect(texts).toContain('offers.freightInsurance：应是true 或 false，现在是文字');
    expect(texts).toContain('severities.PRO-03：只能是 "block"，"warn"，"hint" 之一');
    expect(texts).toContain('rules.0.id：规则编号应像 DIV-01 这样');
    expect(texts.join()).not.toMatch(/expected|Invalid/);
  });

  test('with sources that cannot be used says why in the same language, and of words of a browser nothing', async () => {
    await openRules();
    const rules = ['(加', '<nobody>'].map((match, at) => ruleParts({ id: `OWN-0${at + 1}`, triggers: [{ match }] }));
    bringIn(fileOf({ rules }));
    const items = await screen.findAllByText(/^OWN-0/);
    expect(items.map((item) => item.textContent)).toEqual([
      'OWN-01：不是有效的正则表达式：(加',
      'OWN-02：用了没有的词表或句式 <nobody>',
    ]);
  });

  test('that an update made unreadable is told, and the shipped rules hold', async () => {
    await openRules();
    await recordShopRules(seller.db, { shopId, content: fileOf({ offers: { goneByNow: true } }) }, Date.now());
    expect(await screen.findByText(/^本店规则现在用不了，暂按自带规则检查/)).toBeTruthy();
    expect(await lint('加微信 liuke_8866 聊')).toEqual(['DIV-01']);
  });

  test('saved as GBK is read, too', async () => {
    await openRules();
    // 木木家
    const name = [0xc4, 0xbe, 0xc4, 0xbe, 0xbc, 0xd2];
    const [before, after] = fileOf({ allow: [{ phrase: '?' }] }).split('?');
    const bytes = [...new TextEncoder().encode(before), ...name, ...new TextEncoder().encode(after)];
    bringIn(new Uint8Array(bytes));
    expect(await screen.findByText('木木家')).toBeTruthy();
  });
});
