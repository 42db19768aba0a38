import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../../lib/model/shanghai-time.ts';
import { readTotals } from '../../../../lib/platforms/reading/totals.ts';
import { documentOf } from '../../../support/load-fixture.ts';

const JD = 'https://shop.jd.com/jdm/trade/orders/order-list?tabType=allOrders';
const TAOBAO = 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold?current=2&pageSize=15';
const jdPager = `<div class="jd-pro-pagination"><div class="jd-pagination"><span>共 1,234 条</span><button>1</button>
<button class="is-active">3</button><select><option>10条/页</option><option selected>20条/页</option></select></div></div>`;
const jdTabs = `<div class="jd-tabs"><div class="jd-tabs__item is-active">全部</div><div class="jd-tabs__item">待付款(2)</div></div>`;
const totalsOf = (body: string, url = JD) => readTotals(documentOf(`<body>${body}</body>`), new URL(url));
const day = (text: string) => dayOf(Date.parse(`${text}T00:00+08:00`));
const range = (label: string) =>
  `<div><label>${label}</label><span><input value="2026-07-01"> 至 <input value="2026-07-31"></span></div>`;

describe('a list', () => {
  test('says how many orders there are, which page it is and how many are on one', () => {
    expect(totalsOf(jdTabs + jdPager)).toEqual({
      total: 1234,
      page: 3,
      pageSize: 20,
      filter: 'all',
      days: null,
      lastDays: null,
    });
  });

  test('may say page and size in its address', () => {
    const body = `<div class="next-tabs"><div class="next-tabs-tab active">近三个月订单</div></div><div class="next-pagination">共 40 条</div>`;
    expect(totalsOf(body, TAOBAO)).toMatchObject({ total: 40, page: 2, pageSize: 15, filter: 'all', lastDays: 90 });
  });

  test('says its days where they stand beside the time of the order', () => {
    const totals = totalsOf(jdTabs + range('下单时间') + jdPager);
    expect(totals).toMatchObject({ filter: 'all', days: [day('2026-07-01'), day('2026-07-31')] });
  });
});

describe('the filter is not known', () => {
  test.each([
    ['on a tab of one state', jdTabs.replace('全部', '待出库(3)') + jdPager, JD],
    ['by an address of one state', jdPager, JD.replace('allOrders', 'waitOut')],
    ['by an address that searches', jdTabs + jdPager, `${JD}&skuId=100`],
    ['when something is searched for', `${jdTabs}<input value="四件套">${jdPager}`, JD],
    ['by days of another time', jdTabs + range('付款时间') + jdPager, JD],
    ['by days without a label', jdTabs + range('') + jdPager, JD],
    ['by a day that does not exist', jdTabs + range('下单时间').replace('07-31', '02-31') + jdPager, JD],
    ['without tabs and address', jdPager, JD.split('?')[0]!],
  ])('%s', (_, body, url) => {
    expect(totalsOf(body, url)).toMatchObject({ total: 1234, filter: null, days: null, lastDays: null });
  });
});

describe('there is no total', () => {
  test.each([
    ['without a pager', jdTabs],
    ['where two differ', `${jdPager}<div class="pagination">共 9 条</div>`],
    ['in other words', `${jdTabs}<p>共 3 条</p>`],
  ])('%s', (_, body) => {
    expect(totalsOf(body)).toBeNull();
  });
});

test('an empty search field and the pager’s own field filter nothing', () => {
  const body = `${jdTabs}<input value="">${jdPager.replace('</select>', '</select><input value="3">')}`;
  expect(totalsOf(body)).toMatchObject({ filter: 'all' });
});
