import { act, cleanup, render, screen } from '@testing-library/react';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StoreGate } from '../../components/health/StoreGate.tsx';
import { database } from '../../components/hooks/database.ts';
import { errorText } from '../../components/words/files.ts';
import { noteStorage, watchStorage } from '../../entrypoints/background/storage-watch.ts';
import type { Service } from '../../lib/messaging/server.ts';
import type { Unstored } from '../../lib/browser/storage-full.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { LiukeDatabase, STORE_VERSION } from '../../lib/store/database.ts';
import { countPuts } from '../../lib/store/puts.ts';
import { speakChinese } from './support/messages.ts';
import './support/patience.ts';

beforeEach(() => {
  put = 0;
  speakChinese();
});
afterEach(cleanup);

const show = () => render(<StoreGate>此店的客户</StoreGate>);
const full = () => new DOMException('The disk is full', 'QuotaExceededError');

/** What the work of a test puts into the store. */
let put: number;
const puts = { count: () => put };
const fails = async (kind: Unstored) => await noteStorage(puts, kind, () => Promise.reject(full())).catch(() => {});
const stores = async (kind: Unstored) =>
  await noteStorage(puts, kind, async () => {
    put += 1;
  });

describe('a full disk', () => {
  test('is told on every screen, by what was not stored, until something of the kind fits again', async () => {
    show();
    await expect(noteStorage(puts, 'event', () => Promise.reject(full()))).rejects.toThrow(
      /expected room on the disk, could not write/,
    );
    expect(await screen.findByText(/刚才的操作（记录、标记或设置）没有保存/)).toBeTruthy();
    expect(screen.getByText('此店的客户')).toBeTruthy();
    await stores('page');
    expect(screen.getByText(/设置）没有保存/)).toBeTruthy();
    await act(async () => await stores('event'));
    expect(screen.queryByText(/设置）没有保存/)).toBeNull();
  });

  test('is told of each kind that was not stored: what fails a moment later takes nothing from the screen', async () => {
    show();
    await fails('page');
    await fails('derived');
    expect(await screen.findByText(/页面上的新数据没有写入/)).toBeTruthy();
    expect(await screen.findByText(/统计结果没有更新/)).toBeTruthy();
    await act(async () => await stores('derived'));
    expect(screen.queryByText(/统计结果没有更新/)).toBeNull();
    expect(screen.getByText(/页面上的新数据没有写入/)).toBeTruthy();
    await act(async () => await stores('page'));
    expect(screen.queryByText(/磁盘写不进去/)).toBeNull();
  });

  test('stays told while there are only questions that store nothing', async () => {
    show();
    const lint = vi.fn<() => Promise<unknown>>(async () => []);
    const reportPage = vi.fn<() => Promise<unknown>>(async () => {
      put += 1;
      return {};
    });
    const [{ handlers }] = watchStorage(
      [{ borders: {}, isAllowed: () => true, handlers: { lint, reportPage } }],
      new LiukeDatabase(),
      puts,
    ) as [Service];
    for (const kind of ['event', 'page'] as const) await fails(kind);
    await screen.findByText(/设置）没有保存/);
    await handlers['lint']!({} as never, {}, {} as never);
    await handlers['reportPage']!({ platform: 'jd', page: 'blocked' } as never, {}, {} as never);
    expect([lint.mock.calls.length, reportPage.mock.calls.length]).toEqual([1, 1]);
    expect(screen.getByText(/设置）没有保存/)).toBeTruthy();
    expect(screen.getByText(/页面上的新数据没有写入/)).toBeTruthy();
    await handlers['reportPage']!({ platform: 'jd', page: 'order-list' } as never, {}, {} as never);
    await expect.poll(() => screen.queryByText(/页面上的新数据没有写入/)).toBeNull();
  });

  test('stays told when work goes well that had nothing to store; what is worked out tells of its own kind alone', async () => {
    const db = new LiukeDatabase(`liuke-test-${crypto.randomUUID()}`);
    const counted = countPuts(db);
    const notes = async (kind: Unstored, work: () => Promise<unknown>) =>
      await act(async () => await noteStorage(counted, kind, work));
    show();
    for (const kind of ['derived', 'event'] as const) await fails(kind);
    await screen.findByText(/统计结果没有更新/);
    await maintain(db, Date.now());
    await notes('derived', async () => await maintain(db, Date.now()));
    await notes('derived', async () => await db.meta.put({ name: 'device', value: 'x' }));
    await notes('event', async () => await db.meta.delete('device'));
    expect(screen.getByText(/统计结果没有更新/)).toBeTruthy();
    expect(screen.getByText(/设置）没有保存/)).toBeTruthy();
    await notes(
      'derived',
      async () => await db.patchLists.add({ shopId: 's', customers: 1, bytes: new ArrayBuffer() }),
    );
    expect(screen.queryByText(/统计结果没有更新/)).toBeNull();
    expect(screen.getByText(/设置）没有保存/)).toBeTruthy();
    await notes('event', async () => await db.meta.put({ name: 'device', value: 'x' }));
    expect(screen.queryByText(/磁盘写不进去/)).toBeNull();
    await db.delete();
  });

  test('is put away on a click, and comes again with the next loss', async () => {
    show();
    await fails('page');
    (await screen.findByRole('button', { name: '知道了' })).click();
    await expect.poll(() => screen.queryByText(/没有写入/)).toBeNull();
    await fails('page');
    expect(await screen.findByText(/页面上的新数据没有写入/)).toBeTruthy();
  });

  test('is known again behind a message, of which the text alone arrives', async () => {
    const error: unknown = await noteStorage(puts, 'import', () => Promise.reject(full())).catch(
      (caught: unknown) => caught,
    );
    expect(errorText(new Error((error as Error).message))).toMatch(/^磁盘写不进去/);
  });

  test('is told also where the browser ends the transaction without a reason, or cannot open the store', async () => {
    for (const name of ['AbortError', 'UnknownError']) {
      const cause = new DOMException('Internal error', name);
      await expect(noteStorage(puts, 'page', () => Promise.reject(cause))).rejects.toThrow(/could not write/);
    }
  });

  test('is none where something else went wrong', async () => {
    await expect(noteStorage(puts, 'event', () => Promise.reject(new Error('no shop')))).rejects.toThrow('no shop');
    show();
    expect(screen.queryByText(/磁盘写不进去/)).toBeNull();
  });
});

test.each([
  ['newerStore', '数据是更新版本的留客写入的'],
  ['heldOpen', '正在等另一个留客页面关闭'],
] as const)(
  'a store that cannot be used (%s) is told of in place of everything else, until it can be',
  async (trouble, title) => {
    const tell = (now: typeof trouble | null) =>
      act(() => {
        database.trouble = now;
        for (const hear of database.troubleWatchers) hear();
      });
    show();
    tell(trouble);
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.queryByText('此店的客户')).toBeNull();
    tell(null);
    expect(screen.getByText('此店的客户')).toBeTruthy();
  },
);

test('a page whose store a newer version wants says that it is old, and offers to load itself anew', async () => {
  show();
  await database.open();
  const newer = new Dexie(database.name);
  newer.version(STORE_VERSION + 1).stores({ further: 'id' });
  await act(async () => {
    await newer.open();
  });
  expect(screen.getByText('留客已经更新，这个页面还是旧的')).toBeTruthy();
  expect(screen.getByRole('button', { name: '重新加载此页' })).toBeTruthy();
  expect(screen.queryByText('此店的客户')).toBeNull();
  await newer.delete();
});
