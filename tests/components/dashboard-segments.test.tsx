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

describe('the rows of a line', () => {
  const all = () => within(screen.getByRole('group', { name: '按行组合条件' }));
  const row = (number: number) => within(all().getByRole('group', { name: `第 ${number} 个条件` }));
  const choose = (number: number, name: string, value: string) =>
    fireEvent.change(row(number).getByRole('combobox', { name }), { target: { value } });
  const enter = (number: number, name: string, value: string) =>
    fireEvent.change(row(number).getByRole('spinbutton', { name }), { target: { value } });
  const chosen = (number: number) =>
    row(number)
      .getAllByRole<HTMLSelectElement>('combobox')
      .map((select) => select.selectedOptions[0]!.textContent);
  const add = (name = '加条件') => fireEvent.click(all().getByRole('button', { name }));

  test('say what the line says, and follow it', () => {
    write('老客 且 上次30~60天 且 非勿扰');
    expect([chosen(1), chosen(2), chosen(3)]).toEqual([
      ['符合分层', '是', '老客'],
      ['上次购买', '在…之间'],
      ['状态', '不是', '勿扰'],
    ]);
    expect(row(2).getByRole<HTMLInputElement>('spinbutton', { name: '从' }).value).toBe('30');
    write('客单>=128.5元');
    expect(row(1).getByRole<HTMLInputElement>('spinbutton', { name: '数值' }).value).toBe('128.5');
    expect(all().queryByRole('group', { name: '第 2 个条件' })).toBeNull();
  });

  test('write the line, and it is counted at once', () => {
    write('');
    add();
    expect(line().value).toBe('上次>=30天');
    enter(1, '数值', '300');
    expect(line().value).toBe('上次>=300天');
    expect(found()).toBe('10 位客户符合，占 25.0%');
    add();
    choose(2, '字段', 'netSpendFen');
    enter(2, '数值', '3500');
    choose(2, '比较', '>');
    expect(line().value).toBe('上次>=300天 且 消费>3500元');
    expect(found()).toMatch(/^5 /);
    fireEvent.click(all().getByRole('radio', { name: '任意一个' }));
    expect(line().value).toBe('上次>=300天 或 消费>3500元');
  });

  test('tell each how many customers it alone lets in', async () => {
    write('上次>=300天 且 消费>3500元');
    await waitFor(() => expect(row(1).getByText('10 位')).toBeTruthy());
    await waitFor(() => expect(row(2).getByText('5 位')).toBeTruthy());
  });

  test('hold an alternative in a group of its own', () => {
    write('老客 且 上次>=300天');
    fireEvent.click(row(2).getByRole('button', { name: '加“或”条件' }));
    expect(line().value).toBe('老客 且 (上次>=300天 或 上次>=30天)');
    choose(3, '字段', 'ownTier');
    choose(3, '比较', 'not');
    expect(line().value).toMatch(/^老客 且 \(上次>=300天 或 非等级=/);
    fireEvent.click(row(3).getByRole('button', { name: '删除第 3 个条件' }));
    expect(line().value).toBe('老客 且 上次>=300天');
  });

  test('can be taken away to the last, and the focus stays among them', () => {
    write('老客 且 上次>=300天');
    fireEvent.click(row(2).getByRole('button', { name: '删除第 2 个条件' }));
    expect(document.activeElement).toBe(row(1).getByRole('combobox', { name: '字段' }));
    fireEvent.click(row(1).getByRole('button', { name: '删除第 1 个条件' }));
    expect(line().value).toBe('');
    expect(document.activeElement).toBe(all().getByRole('button', { name: '加条件' }));
    add();
    expect(document.activeElement).toBe(row(1).getByRole('combobox', { name: '字段' }));
  });

  test('take over no number that cannot be one, and no range that ends before it begins', () => {
    write('上次30~60天');
    enter(1, '从', '');
    expect(row(1).getByText('请填数字')).toBeTruthy();
    enter(1, '从', '61');
    expect(row(1).getByText('前面的数要小于后面的')).toBeTruthy();
    expect(row(1).getByRole('spinbutton', { name: '从' }).getAttribute('aria-invalid')).toBe('true');
    expect(line().value).toBe('上次30~60天');
    enter(1, '从', '60');
    expect(line().value).toBe('上次60~60天');
  });

  test('leave as words what they cannot show, and say why', () => {
    write('老客 且 非(新客 或 上次>30天)');
    expect(row(2).getByText('非(新客 或 上次>30天)')).toBeTruthy();
    expect(row(2).getByText(/^“非”后面是一组条件/)).toBeTruthy();
    choose(1, '比较', 'not');
    expect(line().value).toBe('非老客 且 非(新客 或 上次>30天)');
  });

  test('wait while the line cannot be read', () => {
    write('上次>=300天');
    write('上次>=300天 且 ');
    expect(screen.getByRole('group', { name: '按行组合条件' }).inert).toBe(true);
    expect(all().getByText(/^上面的一行现在读不懂/)).toBeTruthy();
    expect(row(1).getByRole<HTMLInputElement>('spinbutton', { name: '数值' }).value).toBe('300');
  });

  test('make no line that is too long to be read', () => {
    const long = Array.from({ length: 19 }, () => '近365天消费>=1234567890.12元').join(' 且 ');
    write(long);
    add();
    expect(line().value).toBe(long);
    expect(all().getByText(/超过 500 字/)).toBeTruthy();
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
