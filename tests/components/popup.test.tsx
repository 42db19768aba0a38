import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { panelFocus } from '../../lib/browser/panel-focus.ts';
import { pinnedSegments } from '../../lib/browser/settings.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { recordCustomerNote, recordCustomerTag } from '../../lib/pipeline/record-customer-note.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { masked, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { active, box, options, press, status, type } from './support/popup-screen.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  vi.spyOn(window, 'close').mockImplementation(() => {});
});

describe('the popup', () => {
  test('counts every tier, and masked orders beside them', async () => {
    await seller.visit(makeReport([orderOf(stable('one'), 2), orderOf(stable('two'), 400), orderOf(masked, 1)]));
    seller.openPopup();
    expect(await screen.findByText('共 2 位客户')).toBeTruthy();
    const tiers = within(screen.getByRole('region', { name: /^客户分层/ }));
    expect(tiers.getByText('已流失').closest('li')!.textContent).toMatch(/1$/);
    expect(tiers.getByText('沉睡').closest('li')!.textContent).toMatch(/0$/);
    expect(tiers.getByText('另有 1 单买家仅掩码，计数但不分层')).toBeTruthy();
    expect(screen.getByText(/^数据截至/)).toBeTruthy();
    fireEvent.click(tiers.getByRole('button', { name: /已流失/ }));
    expect(box().value).toBe('等级=已流失');
    await waitFor(() => expect(status().textContent).toBe('1 人 占 50.0%'));
  });

  test('before anything was seen it says how to begin', async () => {
    seller.openPopup();
    expect(await screen.findByText('打开京东或淘宝商家后台的订单页，就能开始')).toBeTruthy();
    expect(screen.queryByText('快捷人群')).toBeNull();
  });

  test('opens the panel', async () => {
    seller.openPopup();
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: '打开侧栏' });
    await waitFor(() => expect(button.disabled).toBe(false));
    fireEvent.click(button);
    await waitFor(() => expect(seller.openedPanels).toHaveLength(1));
  });
});

/** What is copied from now on. */
function clipboard(): string[] {
  const copied: string[] = [];
  const writeText = async (text: string) => void copied.push(text);
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
  return copied;
}

describe('asking for a segment', () => {
  /** One who spent much and is silent, one who spent little and is, one who is new, and one to be left in peace. */
  async function openShop() {
    await seller.visit(
      makeReport([
        ...[45, 60, 75].map((days) => orderOf(stable('big_spender'), days, { amountFen: 50_000 })),
        ...[40, 70].map((days) => orderOf(stable('small_spender'), days, { amountFen: 3_000 })),
        orderOf(stable('new_one'), 2),
        ...[41, 72].map((days) => orderOf(stable('quiet_one'), days)),
      ]),
    );
    seller.openPopup();
    await screen.findByText('共 4 位客户');
  }

  test('gives the count, the share, and the first few by what they spent', async () => {
    await openShop();
    type('老客 且 上次>30天');
    await waitFor(() => expect(status().textContent).toBe('3 人 占 75.0%'));
    await screen.findByRole('group', { name: '净消费最高的几位' });
    const first = options('净消费最高的几位');
    expect(first.map((option) => option.textContent)).toEqual([
      expect.stringMatching(/^b\*\*\*r.*45天前 · ¥1,500\.00$/),
      expect.stringMatching(/^q\*\*\*e.*41天前 · ¥200\.00$/),
      expect.stringMatching(/^s\*\*\*r.*40天前 · ¥60\.00$/),
    ]);
    fireEvent.click(first[0]!);
    await waitFor(() => expect(seller.openedPanels).toHaveLength(1));
  });

  test('counts anew as soon as somebody is to be left in peace', async () => {
    await openShop();
    type('老客 且 非勿扰');
    await waitFor(() => expect(status().textContent).toBe('3 人 占 75.0%'));
    const { customerId } = (await seller.db.customers.toArray()).find(({ display }) => display === 'quiet_one')!;
    await toBackground.setDoNotDisturb({ customerId, isOn: true });
    await maintain(seller.db, Date.now());
    await waitFor(() => expect(status().textContent).toBe('2 人 占 50.0%'));
    type('勿扰');
    expect((await screen.findByRole('option', { name: /^q\*\*\*e/ })).textContent).toContain('勿扰');
  });

  test('gives no share where too little was seen, and says below how much was', async () => {
    await seller.visit(makeReport([orderOf(stable('long_ago'), 300)]));
    await seller.visit(makeReport([orderOf(stable('new_one'), 2), orderOf(stable('other_one'), 3)]));
    seller.openPopup();
    await screen.findByText('共 3 位客户');
    const [coverage] = await seller.db.coverage.toArray();
    expect(coverage!.spans.length).toBeGreaterThan(1);
    expect(screen.getByText(/^数据截至 \d\d:\d\d · 覆盖 \d\.\d%$/)).toBeTruthy();
    type('次数>=1');
    await waitFor(() => expect(status().textContent.trim()).toBe('3 人'));
  });

  test('of nobody says so, and where the figures are not there, why', async () => {
    await openShop();
    type('客单>100000');
    await waitFor(() => expect(status().textContent).toBe('没有人符合'));
    type('健康<60');
    await waitFor(() => expect(status().textContent).toMatch(/^健康和预计的数值还没有：还没有算过/));
  });

  test('Enter opens the segment in the panel, and nobody in particular', async () => {
    await openShop();
    type('老客');
    await waitFor(() => expect(status().textContent).toBe('3 人 占 75.0%'));
    expect(active()).toBeNull();
    press('Enter', { isComposing: true });
    expect(seller.openedPanels).toEqual([]);
    press('Enter');
    await waitFor(async () => expect(await panelFocus.getValue()).toMatchObject({ query: '老客' }));
    expect(seller.openedPanels).toHaveLength(1);
    seller.openPanel();
    const people = within(await screen.findByRole('region', { name: '老客 的客户' }));
    const rows = await people.findAllByRole('button', { name: /\*\*\*/ });
    expect(rows.map(({ textContent }) => textContent.slice(0, 5))).toEqual(['b***r', 'q***e', 's***r']);
    fireEvent.click(rows[1]!);
    await screen.findByRole('article', { name: 'q***e' });
    fireEvent.click(screen.getByRole('button', { name: /返回/ }));
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    fireEvent.keyDown(rows[1]!, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('region', { name: '老客 的客户' })).toBeNull());
    expect(document.activeElement?.localName).toBe('main');
  });

  test('is copied in the words of the platform, with Ctrl+C where nothing is selected', async () => {
    const copied = clipboard();
    await openShop();
    type('次数>=2');
    await waitFor(() => expect(status().textContent).toBe('3 人 占 75.0%'));
    press('c', { ctrlKey: true, isComposing: true });
    press('c', { ctrlKey: true });
    expect(await screen.findByText(/^已复制平台筛选条件/)).toBeTruthy();
    expect(copied).toHaveLength(1);
    expect(copied[0]).toMatch(/2/);
  });

  test('of a tag is begun with the shop’s tags to choose from, and who has it peeks with tag and note', async () => {
    await openShop();
    const { customerId } = (await seller.db.customers.toArray())[0]!;
    await recordCustomerTag(seller.db, { customerId, tag: '爱比价', isOn: true }, Date.now());
    await recordCustomerNote(seller.db, { customerId, text: '喜欢小份' }, Date.now());
    await pinnedSegments.setValue(['标签:爱比价']);
    type('标签:');
    await screen.findByRole('option', { name: /爱比价/ });
    type('标签:爱比价');
    await waitFor(() => expect(status().textContent).toMatch(/^1 人/));
    type('');
    const row = await screen.findByRole('button', { name: /^标签:爱比价/ });
    row.focus();
    fireEvent.keyDown(row, { key: 'ArrowRight' });
    const peek = within(await screen.findByRole('region', { name: '标签:爱比价 的前几位' }));
    expect(await peek.findByText('爱比价')).toBeTruthy();
    expect(peek.getByText('喜欢小份')).toBeTruthy();
  });

  test('gets a star and stands at the top of the empty box, where arrows walk, → peeks, C copies and Enter opens', async () => {
    const copied = clipboard();
    await openShop();
    type('次数>=2');
    fireEvent.click(await screen.findByRole('button', { name: '星标“次数>=2”' }));
    await waitFor(async () => expect(await pinnedSegments.getValue()).toEqual(['次数>=2']));
    type('');
    const pinned = within(await screen.findByRole('region', { name: '星标人群' }));
    const row = pinned.getByRole('button', { name: /^次数>=2/ });
    await waitFor(() => expect(row.textContent).toMatch(/3 /));
    press('ArrowDown');
    expect(document.activeElement).toBe(row);
    fireEvent.keyDown(row, { key: 'ArrowRight' });
    const peek = within(await screen.findByRole('region', { name: '次数>=2 的前几位' }));
    await waitFor(() => expect(peek.getAllByRole('listitem')).toHaveLength(3));
    fireEvent.keyDown(row, { key: 'c' });
    await waitFor(() => expect(copied).toHaveLength(1));
    fireEvent.keyDown(row, { key: 'Enter' });
    await waitFor(async () => expect(await panelFocus.getValue()).toMatchObject({ query: '次数>=2' }));
  });

  test('words are offered by pinyin and by beginning; Tab and Enter take them, arrows choose, Escape closes', async () => {
    await openShop();
    type('cs');
    const words = () => options('可以接着写').map((option) => option.textContent);
    expect(words()[0]).toContain('沉睡');
    expect(words()[1]).toContain('次数');
    press('ArrowDown');
    press('Tab');
    expect(box().value).toBe('次数');
    expect(words()).toEqual(['>=', '<=', '>', '<', '=']);
    press('Enter');
    expect(box().value).toBe('次数>=');
    type('次数>=2');
    press('ArrowDown');
    press('Enter');
    expect(box().value).toBe('次数>=2次');
    await waitFor(() => expect(status().textContent).toBe('3 人 占 75.0%'));
    expect(words()).toEqual(['且', '或']);
    press('Escape');
    expect(screen.queryByRole('group', { name: '可以接着写' })).toBeNull();
    expect(box().value).toBe('次数>=2次');
    press('Escape');
    expect(box().value).toBe('');
  });

  test('a line that is not finished is told how to go on, not scolded', async () => {
    await openShop();
    for (const [line, text] of [
      ['老客 且 上次', '接着写比较，如 >30天'],
      ['老客 且 上次>', '接着写数值'],
      ['老客 且', '接着写条件，如 上次>30天'],
      ['(老客', '还差一个右括号'],
    ] as const) {
      type(line);
      await waitFor(() => expect(status().textContent).toBe(text));
      expect(box().getAttribute('aria-invalid')).toBe('false');
    }
  });

  test('a mistake is marked where it stands, and one click puts it right', async () => {
    await openShop();
    type('老客 且 客丹>100');
    await waitFor(() => expect(status().textContent).toBe('第 6 个字起：不认识“客丹”'));
    expect(box().getAttribute('aria-invalid')).toBe('true');
    expect(document.querySelector('mark')!.textContent).toBe('客丹');
    fireEvent.click(screen.getByRole('button', { name: '改为 客单' }));
    expect(box().value).toBe('老客 且 客单>100');
    expect(document.activeElement).toBe(box());
    await waitFor(() => expect(status().textContent).toBe('1 人 占 25.0%'));
  });
});
