/** Every state of PRODUCT 4.5 as one table: how it comes about, and what is said then. There is no team mode, and so no state of it. */
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lastBackupSetting } from '../../lib/browser/settings.ts';
import { DAY_MS } from '../../lib/model/shanghai-time.ts';
import { maintain } from '../../lib/pipeline/maintain.ts';
import { recordDoNotDisturb } from '../../lib/pipeline/record-event.ts';
import { allowPages } from '../support/allowed-pages.ts';
import { maskedAs, orderOf as linkedOrder, soldList } from '../support/make-links.ts';
import { makeOrders, stable } from '../support/make-order.ts';
import { makeReport } from '../support/make-report.ts';
import { openDashboard, sawDays } from './support/dashboard-screen.tsx';
import { chatReport, orderOf, startScreen, type SellerScreen } from './support/seller-screen.tsx';

let seller: SellerScreen;

beforeEach(async () => {
  seller = await startScreen();
  await fakeBrowser.storage.local.clear();
});

const regular = stable('wd_sunshine');
const now = () => Date.now();
const people = (count: number) =>
  makeOrders(count, (index) => ({ placedAt: now() - (index % 60) * DAY_MS, status: 'completed' }));

interface State {
  state: string;
  /** Brings it about. */
  reach: () => Promise<unknown>;
  says: RegExp;
  /** Where it is looked at; the panel where left out. */
  open?: () => void;
}

const states: readonly State[] = [
  {
    state: 'first run',
    reach: async () => allowPages(false),
    says: /^选择您的平台，就可以开始$/,
  },
  {
    state: 'first run, a platform chosen',
    reach: async () => {},
    says: /^打开京东或淘宝商家后台的订单页，就能开始$/,
  },
  {
    state: 'warming up',
    reach: async () => await seller.visit(makeReport(people(137))),
    says: /^已捕获 137\/200 单：先看事实。/,
  },
  {
    state: 'insufficient for a model',
    reach: async () => {
      await seller.visit(makeReport([orderOf(regular, 5), orderOf(regular, 40)], { page: 'order-detail' }));
      await sawDays(seller.db, 400);
      await maintain(seller.db, now());
    },
    says: /数据还不够，还差/,
  },
  {
    state: 'nothing due today',
    reach: async () => {
      const { buyers } = await seller.visit(makeReport([orderOf(regular, 40)]));
      await recordDoNotDisturb(seller.db, { customerId: buyers[0]!.customerId!, isOn: true }, now());
      await seller.visitUnread('unknown');
    },
    says: /^今天没有要跟进的客户$/,
  },
  {
    state: 'not on a supported page',
    reach: async () => await seller.visitUnread('unknown'),
    says: /^此页没有可读的订单$/,
  },
  {
    state: 'a page on which we are silent',
    reach: async () => await seller.visitUnread('blocked'),
    says: /^此页不读取$/,
  },
  {
    state: 'unknown layout',
    reach: async () => await seller.visit(makeReport([], { health: { rows: 20, read: 0 }, fields: { read: [0, 20] } })),
    says: /^本页版式可能变了：20 单都没读出。没有写入任何数据，原有数据不受影响。/,
  },
  {
    state: 'partial fields',
    reach: async () =>
      await seller.visit(
        makeReport([orderOf(regular, 1)], { rejects: [{ what: 'order id', row: 2 }], health: { rows: 2, read: 1 } }),
      ),
    says: /^本页 2 单，读出 1，1 未识别$/,
  },
  {
    state: 'low coverage',
    reach: async () => {
      await seller.visit(makeReport(people(60)));
      await sawDays(seller.db, 400, false);
    },
    open: () => openDashboard('overview'),
    says: /^只看到了 .*只显示人数，不显示比例/,
  },
  {
    state: 'a customer who cannot be told',
    reach: async () => await seller.visit(chatReport([], { customer: null })),
    says: /^还没有选中会话$/,
  },
  {
    state: 'several candidates',
    reach: async () => await seller.visit(soldList([1, 2].map((start) => linkedOrder(start, maskedAs('半**'))))),
    says: /^可能是同一位客户（1）$/,
  },
  {
    state: 'session blind',
    reach: async () => {
      const { shopId, buyers } = await seller.visit(makeReport([orderOf(regular, 5)]));
      const since = now() - 3_600_000;
      await seller.db.waits.put({
        customerId: buyers[0]!.customerId!,
        shopId: shopId!,
        since,
        isExact: true,
        matter: 'general',
        seenAt: since + 60_000,
        // Answered while no chat page was open: nobody saw when.
        state: 'unseen',
        answeredAt: null,
      });
    },
    open: () => {
      seller.openPanel();
      fireEvent.click(screen.getAllByRole('button', { name: '工单' })[0]!);
    },
    says: /^已回复，但回复时没人看着/,
  },
  {
    state: 'storage trouble',
    reach: async () => {
      await seller.visit(makeReport([orderOf(regular, 5)]));
      const MB = 1024 * 1024;
      vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 900 * MB, usage: 700 * MB }) } });
    },
    says: /^磁盘快满了，先备份$/,
  },
  {
    state: 'a full disk',
    reach: async () => await seller.visitUnread('unknown', { problem: 'storageFull' }),
    says: /^磁盘空间不足，新数据没有写入。/,
  },
  {
    state: 'a store of a newer version',
    reach: async () => await seller.visitUnread('unknown', { problem: 'newerStore' }),
    says: /^数据是更新版本的留客写入的/,
  },
  {
    state: 'two shops on one page',
    reach: async () => await seller.visitUnread('unknown', { problem: 'shopConflict' }),
    says: /^此页同时出现两家店铺的信息/,
  },
  {
    state: 'backup overdue',
    reach: async () => {
      await seller.visit(makeReport([orderOf(regular, 5)]));
      await lastBackupSetting.setValue(now() - 8 * DAY_MS);
    },
    says: /^8 天没有备份了$/,
  },
  {
    state: 'clock skew',
    reach: async () => await seller.visit(makeReport([orderOf(regular, 0, { placedAt: now() + 7 * 60_000 + 30_000 })])),
    says: /^这台电脑的时间比平台慢至少 7 分钟/,
  },
  {
    state: 'permission revoked',
    reach: async () => {
      await seller.visit(makeReport([orderOf(regular, 5)]));
      allowPages(false);
    },
    says: /^现在不能读取京东商家后台/,
  },
  {
    state: 'extension updated while the page was open',
    reach: async () =>
      void Object.assign(fakeBrowser.tabs, {
        get: async (id: number) => ({ id, url: 'https://shop.jd.com/jdm/home', status: 'complete' }),
        sendMessage: async () => await Promise.reject(new Error('Receiving end does not exist.')),
      }),
    says: /^请刷新此页面/,
  },
];

describe('the state', () => {
  test.each(states)('$state is reached and says so', async ({ reach, says, open }) => {
    await reach();
    (open ?? seller.openPanel)();
    expect((await screen.findAllByText(says, undefined, { timeout: 6000 })).length).toBeGreaterThan(0);
    vi.unstubAllGlobals();
  });
});

test('clocks that agree within two minutes are not spoken of', async () => {
  await seller.visit(makeReport([orderOf(regular, 0, { placedAt: now() + 90_000 })]));
  seller.openPanel();
  await screen.findAllByText(/本页 1 单/);
  expect(screen.queryByText(/这台电脑的时间/)).toBeNull();
});
