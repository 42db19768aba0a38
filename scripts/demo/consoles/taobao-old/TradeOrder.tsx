import type { TaobaoItemRecord, TaobaoOrderRecord } from '../../answers/taobao-records.ts';
import css from './sold.module.css';

/** One order of the old page; its root keeps the plain name beside the hashed one. */
export function TradeOrder({ order, statusText }: { order: TaobaoOrderRecord; statusText: string }) {
  const isClosed = statusText === '交易关闭';
  const closed = isClosed ? `${css['item-mod__trade-order-mainClose']} ` : '';
  const rows = order.subOrders.length;
  const postage = /(\d+\.\d\d)\)$/.exec(order.payInfo.postType)?.[1];
  return (
    <div
      className={`${css['item-mod__trade-order']} ${closed}trade-order-main`}
      data-reactid={`.0.5.3:$order-${order.id}`}
    >
      <input type="hidden" name="orderid" defaultValue={order.id} />
      <table className={css.headTable}>
        <tbody>
          <tr>
            <td>
              <label className={css['item-mod__checkbox-label']}>
                <input type="checkbox" />
                <span>订单号</span>
                <span>: </span>
                <span>{order.id}</span>
                <span>创建时间</span>
                <span>: </span>
                <span>{order.orderInfo.createTime}</span>
              </label>
            </td>
          </tr>
        </tbody>
      </table>
      <table className={css.itemTable}>
        <tbody>
          {order.subOrders.map((item, index) => (
            <tr key={item.idStr} className={css['suborder-mod__item']}>
              <ItemCells item={item} />
              {index === 0 && (
                <>
                  <td rowSpan={rows}>
                    <div className={css['buyer-mod__buyer']}>
                      <a className={css['buyer-mod__name']}>{order.buyer.nick}</a>
                    </div>
                  </td>
                  <td rowSpan={rows}>
                    <div>
                      <span className={css['text-mod__link']}>{statusText}</span>
                    </div>
                  </td>
                  <td rowSpan={rows}>
                    <div className={css['price-mod__price']}>
                      <p>
                        <strong>
                          <span>￥</span>
                          <span>{order.payInfo.actualFee}</span>
                        </strong>
                      </p>
                      <p>
                        <span>(含快递:￥</span>
                        <span>{postage}</span>
                        <span>)</span>
                      </p>
                    </div>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ItemCells({ item }: { item: TaobaoItemRecord }) {
  return (
    <>
      <td>
        <div className={`${css['ml-mod__container']} ${css['production-mod__production']}`}>
          <a href={item.itemInfo.itemUrl} onClick={(event) => event.preventDefault()}>
            <img src={item.itemInfo.pic} alt="" />
          </a>
          <div>
            <p>
              <a href={item.itemInfo.itemUrl} onClick={(event) => event.preventDefault()}>
                <span>&nbsp;</span>
                <span>{item.itemInfo.title}</span>
              </a>
            </p>
            {item.itemInfo.skuText.map(({ name, value }) => (
              <p key={name}>
                <span className={css['production-mod__sku-item']}>
                  <span>{name}</span>
                  <span>：</span>
                  <span>{value}</span>
                </span>
              </p>
            ))}
          </div>
        </div>
      </td>
      <td>
        <div className={css['price-mod__price']}>
          {item.priceInfo.original && (
            <p>
              <del>
                <span>￥</span>
                <span>{item.priceInfo.original}</span>
              </del>
            </p>
          )}
          <p>
            <span>￥</span>
            <span>{item.priceInfo.realTotal}</span>
          </p>
        </div>
      </td>
      <td>
        <div>
          <p>{item.quantity}</p>
        </div>
      </td>
      <td>
        <div>
          {item.operations.map(({ text }) => (
            <p key={text}>
              <span className={css['text-mod__link']}>{text}</span>
            </p>
          ))}
        </div>
      </td>
    </>
  );
}
