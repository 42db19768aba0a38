import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { kindsIn, openDashboard, sawDays, tableOf } from './support/dashboard-screen.tsx';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

/** Forty customers, the n-th of whom came last 10·n days ago and paid n + 1 times 100 yuan. */
beforeEach(async () => {
  seller = await startScreen();
  await seller.visit(
    makeReport(
      Array.from({ length: 40 }, (_, at) => orderOf(stable(`buyer_${at}`), 10 * at, { amountFen: 10_000 * (at + 1) })),
    ),
  );
  await sawDays(seller.db, 500);
  openDashboard('segments');
  await screen.findByRole('combobox', { name: '人群条件' });
});

const line = () => screen.getByRole<HTMLInputElement>('combobox', { name: '人群条件' });
const write = (text: string) => fireEvent.change(line(), { target: { value: text } });
const found = () => screen.getByText(/位客户符合/).textContent;
const quick = () => within(screen.getByRole('region', { name: '快捷人群' }));
const saved = () => within(screen.getByRole('region', { name: '我的人群' }));
const names = async (text: RegExp) =>
  within(await screen.findByRole('table', { name: text }))
    .getAllByRole('rowheader')
    .map((head) => head.textContent);

async function save(text: string, name: string): Promise<void> {
  write(text);
  fireEvent.change(screen.getByRole('textbox', { name: '给这个人群起个名字' }), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: /^(保存人群|更新同名)$/ }));
  await saved().findByText(name);
}

describe('a line of conditions', () => {
  test('is counted while it is written, with its share', () => {
    write('上次>=300天');
    expect(found()).toBe('10 位客户符合，占 25.0%');
    write('上次>=300天 且 净消费>3500元');
    expect(found()).toBe('5 位客户符合，占 12.5%');
  });

  test('that cannot be read is marked at its character, and mended by a click', () => {
    write('上次>=300天 且 商次>3天');
    const place = screen.getByText(/^第 12 个字起/);
    expect(place.textContent).toContain('“商次”');
    expect(document.querySelector('mark')!.textContent).toBe('商次');
    expect(screen.queryByText(/位客户符合/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '改为 上次' }));
    expect(line().value).toBe('上次>=300天 且 上次>3天');
    expect(found()).toMatch(/^10 /);
  });

  test('that is only unfinished is not called wrong', () => {
    write('上次>=300天 且 ');
    expect(screen.getByText(/^接着写条件/)).toBeTruthy();
    expect(document.querySelector('mark')).toBeNull();
  });

  test('is completed by keys alone, also from pinyin initials', () => {
    write('sc');
    line().setSelectionRange(2, 2);
    const options = within(screen.getByRole('listbox', { name: '可以接着写' }));
    expect(options.getAllByRole('option')[0]!.textContent).toContain('上次购买');
    fireEvent.keyDown(line(), { key: 'ArrowDown' });
    expect(options.getAllByRole('option')[0]!.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(line(), { key: 'Enter', isComposing: true });
    expect(line().value).toBe('sc');
    fireEvent.keyDown(line(), { key: 'Enter' });
    expect(line().value).toBe('上次');
    fireEvent.keyDown(line(), { key: 'Escape' });
    expect(line().getAttribute('aria-expanded')).toBe('false');
  });

  test('is explained for the platform, what was not seen there marked as unconfirmed', () => {
    write('次数>=1次 且 上次>30天');
    const steps = within(screen.getByRole('region', { name: '在京东里怎么筛' }));
    const [place, first, second] = steps.getAllByRole('listitem').map((item) => item.textContent);
    expect(place).toMatch(/^打开 营销中心.*未确认$/);
    expect(first).toMatch(/消费频次 ≥ 1 次.*未确认/);
    expect(second).toContain('上次>30天');
  });
});

describe('the customers of a segment', () => {
  test('are listed by a number of choice, the names masked', async () => {
    write('上次>=350天');
    await waitFor(async () => expect(await names(/^前 5 位客户/)).toHaveLength(5));
    const table = await tableOf('前 5 位客户');
    expect(table.textContent).not.toContain('buyer_');
    const spends = () =>
      within(table)
        .getAllByText(/^¥\d/)
        .map((cell) => cell.textContent);
    expect(spends()[0]).toBe('¥4,000.00');
    fireEvent.change(screen.getByRole('combobox', { name: '排序' }), { target: { value: 'recencyDays' } });
    fireEvent.click(screen.getByRole('button', { name: '从大到小' }));
    await waitFor(() => expect(spends()[0]).toBe('¥3,600.00'));
  });

  test('are nobody, and that is said', () => {
    write('上次>=1000天');
    expect(screen.getByText('没有客户符合。')).toBeTruthy();
  });

  test('cannot be told by a health that is not computed, and that is said', () => {
    write('健康<60');
    expect(screen.getByText(/^健康和预计的数值还没有/)).toBeTruthy();
  });
});

describe('segments', () => {
  test('that ship have their counts, and are looked at by a click', async () => {
    await waitFor(() => expect(quick().getByRole('button', { name: /^已流失 ?3$/ })).toBeTruthy());
    fireEvent.click(quick().getByRole('button', { name: /^已流失/ }));
    expect(line().value).toBe('已流失');
    expect(found()).toMatch(/^3 /);
  });

  test('are saved under a name, and again under the same name', async () => {
    await save('上次>=300天', '老朋友');
    await waitFor(() => expect(saved().getByRole('button', { name: /^老朋友 ?10$/ })).toBeTruthy());
    await save('上次>=350天', '老朋友');
    await waitFor(() => expect(saved().getByRole('button', { name: /^老朋友 ?5$/ })).toBeTruthy());
    expect(saved().getAllByRole('listitem')).toHaveLength(1);
  });

  test('get another name', async () => {
    await save('上次>=300天', '老朋友');
    fireEvent.click(saved().getByRole('button', { name: '给“老朋友”改名' }));
    const box = saved().getByRole('textbox', { name: '“老朋友”的新名字' });
    fireEvent.change(box, { target: { value: '久未来' } });
    fireEvent.submit(box.closest('form')!);
    expect(await saved().findByText('久未来')).toBeTruthy();
    expect(saved().queryByText('老朋友')).toBeNull();
  });

  test('are removed, and come back by an undo', async () => {
    await save('上次>=300天', '老朋友');
    fireEvent.click(saved().getByRole('button', { name: '删除“老朋友”' }));
    fireEvent.click(await saved().findByRole('button', { name: '撤销' }));
    expect(await saved().findByText('老朋友')).toBeTruthy();
    await waitFor(async () => expect(await kindsIn(seller.db)).toEqual(['segmentSaved', 'segmentRemoved', 'undo']));
  });

  test('that cannot be read are not saved', () => {
    fireEvent.change(screen.getByRole('textbox', { name: '给这个人群起个名字' }), { target: { value: '名字' } });
    write('上次>');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存人群' }).disabled).toBe(true);
  });
});

describe('the people of a segment', () => {
  test('are noted as contacted several at once, and taken back as one', async () => {
    write('上次>=350天');
    await tableOf('前 5 位客户');
    const before = (await kindsIn(seller.db)).length;
    const boxes = await screen.findAllByRole('checkbox', { name: /^选择 / });
    fireEvent.click(boxes[0]!);
    fireEvent.click(boxes[1]!);
    fireEvent.click(screen.getByRole('button', { name: '记为已联系' }));
    await waitFor(async () =>
      expect((await kindsIn(seller.db)).slice(before).filter((kind) => kind === 'contact')).toHaveLength(2),
    );
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect((await kindsIn(seller.db)).slice(before)).toContain('undo'));
  });
});
