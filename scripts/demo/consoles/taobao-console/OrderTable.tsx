/** One order: a table of its own, head row and one row per item, order-level cells spanning them. */
import type { TaobaoItemRecord, TaobaoOrderRecord } from '../../answers/taobao-records.ts';
import { captions, Columns } from './Columns.tsx';
import css from './order.module.css';

const flagImage = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><path d="M2 1v10M2 1h8l-2 3 2 3H2" fill="#c8cdd4" stroke="#9aa3ad"/></svg>')}#imgextra`;
/** `?strike=class` crosses list prices out by style sheet alone, so that only a rendered page shows it. */
const isStruckByClass = new URLSearchParams(location.search).get('strike') === 'class';
const struck = isStruckByClass ? {} : { textDecoration: 'line-through' };
const afterSaleTexts = new Set(['请卖家处理', '退款成功', '已取消']);

export function OrderTable({ order, statusText }: { order: TaobaoOrderRecord; statusText: string }) {
  const rows = order.subOrders.length;
  // The console writes an amount in one piece or in several; which one depends on the order here.
  const isSplit = Number(order.id.at(-7)) % 2 === 0;
  return (
    <table className={`next-table-row ${css.table}`}>
      <Columns />
      <tbody>
        <tr className={css.head}>
          <td colSpan={captions.length}>
            <div className={css.headLine}>
              <label>
                <input type="checkbox" />
              </label>
              <div className={css.ids}>
                <span>{`订单号 ${order.id}`}</span>
                <span>{`创建时间 ${order.orderInfo.createTime}`}</span>
              </div>
              <div>
                <img className={css.flag} src={flagImage} alt="" />
              </div>
              <span className={css.buyerNick}>{order.buyer.nick}</span>
              <span className={css.protected}>号码保护订单</span>
            </div>
          </td>
        </tr>
        {order.subOrders.map((item, index) => (
          <tr key={item.idStr} className={css.itemRow}>
            <ItemCells item={item} isSplit={isSplit} isPaid={statusText === '买家已付款'} />
            {index === 0 && (
              <>
                <td rowSpan={rows}>
                  <div className={css.status}>{statusText}</div>
                  <a className={css.link}>详情</a>
                </td>
                <td rowSpan={rows}>
                  <div className={css.total}>
                    <Amount text={order.payInfo.actualFee} isSplit={isSplit} />
                  </div>
                  <div className={css.postage}>{order.payInfo.postType}</div>
                </td>
                <td rowSpan={rows}>
                  <div className={css.operations}>
                    {operationsOf(statusText).map((operation) => (
                      <button key={operation}>{operation}</button>
                    ))}
                  </div>
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function operationsOf(statusText: string): string[] {
  if (statusText === '买家已付款') return ['寄件', '打单', '发货'];
  return statusText === '卖家已发货' ? ['寄件', '打单'] : [];
}

function ItemCells({ item, isSplit, isPaid }: { item: TaobaoItemRecord; isSplit: boolean; isPaid: boolean }) {
  const afterSale = item.operations.find((operation) => afterSaleTexts.has(operation.text));
  return (
    <>
      <td>
        <div className={css.product}>
          <div>
            <a href={item.itemInfo.itemUrl} onClick={(event) => event.preventDefault()}>
              <img className={css.picture} src={item.itemInfo.pic} alt="" />
            </a>
          </div>
          <div className={css.words}>
            <div className={css.title}>{item.itemInfo.title}</div>
            {item.itemInfo.skuText.map(({ name, value }) => (
              <div key={name} className={css.sku}>{`${name}：${value}`}</div>
            ))}
            {item.itemInfo.extra.map(({ name, value }) => (
              <div key={name} className={css.sku}>{`${name}：${value}`}</div>
            ))}
          </div>
        </div>
      </td>
      <td>
        {item.priceInfo.original && (
          <div className={css.listPrice} style={struck}>
            <Amount text={item.priceInfo.original} isSplit={isSplit} />
          </div>
        )}
        <div>
          <Amount text={item.priceInfo.realTotal} isSplit={isSplit} />
        </div>
      </td>
      <td>{item.quantity}</td>
      <td>
        {isPaid && <div className={css.sku}>发货未超时</div>}
        {afterSale && <a className={css.link}>{afterSale.text}</a>}
      </td>
    </>
  );
}

/** "￥199.00", or the same in three spans. */
function Amount({ text, isSplit }: { text: string; isSplit: boolean }) {
  if (!isSplit) return <>{`￥${text}`}</>;
  const [yuan, fen] = text.split('.');
  return (
    <span>
      <span>￥</span>
      <span>{yuan}</span>
      <span>{`.${fen}`}</span>
    </span>
  );
}
