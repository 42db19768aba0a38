import { Dexie } from 'dexie';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pinnedSegments } from '../../lib/browser/settings.ts';
import { stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { box, status, type } from './support/popup-screen.ts';
import { orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  vi.spyOn(window, 'close').mockImplementation(() => {});
});

describe('segments to choose from', () => {
  async function openShop() {
    await seller.visit(makeReport([orderOf(stable('one'), 2), orderOf(stable('two'), 40), orderOf(stable('two'), 70)]));
    seller.openPopup();
    await screen.findByText('共 2 位客户');
  }
  const quick = () => within(screen.getByRole('region', { name: '快捷人群' }));
  const saved = () => within(screen.getByRole('region', { name: '我的人群' }));

  test('the shipped ones stand there with their counts, and a click shows the line', async () => {
    await openShop();
    await waitFor(() => expect(quick().getByText('近期沉默').closest('button')!.textContent).toMatch(/^近期沉默1/));
    expect(quick().getByText('囤货型').closest('button')!.textContent).toMatch(/^囤货型0/);
    fireEvent.click(quick().getByText('近期沉默'));
    expect(box().value).toBe('老客 且 上次30~60天 且 非勿扰');
    await waitFor(() => expect(status().textContent).toBe('1 人 占 50.0%'));
  });

  async function save(line: string, name: string) {
    type(line);
    fireEvent.click(await screen.findByRole('button', { name: '存为人群' }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: '人群名称' });
    expect(field.value).toBe(line);
    fireEvent.change(field, { target: { value: name } });
    fireEvent.submit(field);
    await screen.findByText(`已存为“${name}”`);
  }

  test('six at most have a star; one more is refused with the reason until another one gives its place up', async () => {
    const lines = [1, 2, 3, 4, 5].map((times) => `次数>=${times}`);
    await pinnedSegments.setValue(lines);
    await openShop();
    const star = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name: `星标“${name}”` });
    fireEvent.click(await star('高频老客'));
    await waitFor(async () => expect(await pinnedSegments.getValue()).toEqual([...lines, '高频']));
    const seventh = await star('近期沉默');
    await waitFor(() => expect(seventh.disabled).toBe(true));
    expect(seventh.title).toMatch(/6/);
    fireEvent.click(seventh);
    expect(await pinnedSegments.getValue()).toHaveLength(6);
    fireEvent.click(await star('次数>=1'));
    await waitFor(() => expect(seventh.disabled).toBe(false));
    fireEvent.click(seventh);
    await waitFor(async () => expect(await pinnedSegments.getValue()).toHaveLength(6));
    expect(await pinnedSegments.getValue()).not.toContain('次数>=1');
  });

  test('a line is saved under a name, listed with its count, opened again, removed, and brought back', async () => {
    await openShop();
    await save('老客 且 上次>30天', '该问候的老客');
    expect(screen.getByText('已保存“该问候的老客”')).toBeTruthy();
    expect(document.activeElement).toBe(box());
    type('');
    const row = await screen.findByRole('button', { name: /^该问候的老客/ });
    await waitFor(() => expect(row.textContent).toMatch(/1 /));
    fireEvent.click(saved().getByRole('button', { name: '删除“该问候的老客”' }));
    const notice = (await screen.findByText('已删除“该问候的老客”')).closest<HTMLElement>('[role=status]')!;
    await waitFor(() => expect(screen.queryByRole('region', { name: '我的人群' })).toBeNull());
    fireEvent.click(within(notice).getByRole('button', { name: '撤销' }));
    fireEvent.click(await screen.findByRole('button', { name: /^该问候的老客/ }));
    expect(box().value).toBe('老客 且 上次>30天');
  });

  test('saving can be taken back, and a name that is there already is given the new line', async () => {
    await openShop();
    await save('老客', '我的');
    await save('新客', '我的');
    expect(screen.getByText('已更新“我的”')).toBeTruthy();
    type('');
    expect(await screen.findByText('新客', { selector: '[class*=query]' })).toBeTruthy();
    expect(saved().getAllByRole('listitem')).toHaveLength(1);
    await save('老客 且 上次>30天', '又一个');
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(screen.queryByText('已存为“又一个”')).toBeNull());
    expect(await screen.findByRole('button', { name: '存为人群' })).toBeTruthy();
  });

  test('a name that is being written outlasts a count that is late', async () => {
    await openShop();
    type('老客');
    await waitFor(() => expect(status().textContent).toContain('人'));
    let goOn = () => {};
    const held = seller.db.transaction('rw', seller.db.tables, async () => {
      await Dexie.waitFor(new Promise<void>((resolve) => (goOn = resolve)));
    });
    type('老客 且 上次>30天');
    fireEvent.click(await screen.findByRole('button', { name: '存为人群' }));
    // Longer than the answer of before stands in for the one that is awaited.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(status().textContent).toBe('正在计数…');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '人群名称' }).value).toBe('老客 且 上次>30天');
    goOn();
    await held;
  });

  test('one that cannot be read any more stays, without a count', async () => {
    await openShop();
    await save('老客', '好的');
    const event = (await seller.db.events.toArray()).find(({ kind }) => kind === 'segmentSaved')!;
    await seller.db.events.put({
      ...event,
      segment: { segmentId: 's', label: '旧的', query: '某词>3' },
    } as typeof event);
    type('');
    const row = await screen.findByRole('button', { name: /^旧的/ });
    await waitFor(() => expect(row.textContent).toMatch(/\? /));
    fireEvent.click(row);
    await waitFor(() => expect(status().textContent).toContain('不认识“某词”'));
  });
});
