/**
 * The sold list of the old page. The first page of orders stands in the document as `var data = JSON.parse('…')`, later
 * ones are loaded.
 */
import { useState } from 'react';
import { taobaoTabs, type SoldList } from '../../answers/taobao-api.ts';
import { useReplica } from '../shared/use-replica.ts';
import { loadSoldList } from '../shared/load-sold-list.ts';
import { mount } from '../shared/mount.tsx';
import { useLateRows } from '../shared/use-late-rows.ts';
import { useStatusOverrides } from '../shared/use-status-overrides.ts';
import css from './sold.module.css';
import { TradeOrder } from './TradeOrder.tsx';

declare const data: SoldList;

const first = { tab: 'latest3Months', page: 1, pageSize: 15, isHidden: false };
const captions = ['宝贝', '单价', '数量', '售后', '买家', '交易状态', '实收款'];

/** The orders in the document answer the first query, once. */
let inline: SoldList | null = data;

function load(query: typeof first): Promise<SoldList> {
  const list = inline;
  inline = null;
  return list ? Promise.resolve(list) : loadSoldList(query);
}

function Page() {
  const [query, setQuery] = useState(first);
  const { result, load: loads } = useLateRows(query, load);
  const statuses = useStatusOverrides();
  const orders = result?.mainOrders ?? [];
  const last = result?.page.totalPage ?? 1;
  const goto = (page: number) => setQuery({ ...query, page });
  const selectTab = (tab: string) => setQuery({ ...query, tab, page: 1 });

  useReplica({
    page: 'taobao-old',
    ready: () => result !== null,
    setStatus: statuses.set,
    goto,
    setPageSize: (pageSize) => setQuery({ ...query, page: 1, pageSize }),
    selectTab,
    orderIds: () => orders.map((order) => order.id),
  });

  return (
    <div className={css.page}>
      <h1 className={css.heading}>
        已卖出的宝贝<span className={css.demo}>演示</span>
      </h1>
      <div className={css.filters}>
        <label>
          订单编号 <input id="bizOrderId" />
        </label>
        <label>
          买家昵称 <input id="buyerNick" />
        </label>
        <label>
          <input type="checkbox" /> 不显示已关闭的订单
        </label>
      </div>
      <div className={css.tabs}>
        {taobaoTabs.map(([tab, name]) => (
          <span key={tab} className={tab === query.tab ? css.tabHere : css.tab} onClick={() => selectTab(tab)}>
            {name}
          </span>
        ))}
      </div>
      <div className={css.captions}>
        {captions.map((caption) => (
          <span key={caption}>{caption}</span>
        ))}
      </div>
      <div id="sold_container">
        <div>
          {result === null && <div className={css.loading}>加载中…</div>}
          {orders.map((order) => (
            <TradeOrder
              key={`${loads}-${order.id}-${statuses.versionOf(order.id)}`}
              order={order}
              statusText={statuses.textOf(order.id, order.statusInfo.text)}
            />
          ))}
          {result !== null && orders.length === 0 && (
            <div className={css.loading}>没有符合条件的宝贝，请尝试其他搜索条件</div>
          )}
        </div>
      </div>
      <div className={css['simple-pagination-mod__container']}>
        <button disabled={query.page === 1} onClick={() => goto(query.page - 1)}>
          上一页
        </button>
        <span>
          {query.page} / {last}
        </span>
        <button className="pagination-next" disabled={query.page >= last} onClick={() => goto(query.page + 1)}>
          下一页
        </button>
      </div>
    </div>
  );
}

mount(<Page />);
