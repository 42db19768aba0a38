import type { JdItemRecord, JdOrderRecord } from '../../answers/jd-records.ts';
import { platformTime } from '../../answers/platform-text.ts';
import css from './order-list.module.css';

interface OrderCardProps {
  order: JdOrderRecord;
  statusText: string;
  /** Columns the seller has switched off. */
  hidden: readonly string[];
}

const yuan = (amount: number) => `¥${amount.toFixed(2)}`;

export function OrderCard({ order, statusText, hidden }: OrderCardProps) {
  const { orderConsigneeInfo: consignee, orderPaymentInfo: payment } = order;
  const paid = order.paymentConfirmTime ? `，${platformTime(order.paymentConfirmTime)} 付款` : '';
  return (
    <div className={`card ${css.card}`}>
      <div className={`card-header ${css.cardHeader}`}>
        <input type="checkbox" />
        <div className="shop-order-id">
          <button className={`order-info-btn ${css.orderId}`}>
            <span>{order.orderId}</span>
          </button>
        </div>
        <div className="order-time-info">
          <span className="shop-overflow-tooltip__content">{`${platformTime(order.orderCreateTime)} 下单${paid}`}</span>
        </div>
        {order.orderSpecialViews.map(({ id, name }) => (
          <div key={id} className="order-tags-item">
            <span className={`jd-tag ${css.tag}`}>
              <span className="jd-tag__content">{name}</span>
            </span>
          </div>
        ))}
      </div>
      <div className={`card-body ${css.cardBody}`}>
        <div className={`sku-info-list ${css.sku}`}>
          {order.orderItems.map((item) => (
            <SkuRow key={item.skuId} item={item} />
          ))}
        </div>
        {!hidden.includes('receivables') && (
          <div {...{ prop: 'receivables' }} className={css.receivables}>
            <div className="config-view-item">
              <span className={`config-view-item__value ${css.amount}`}>
                {yuan(payment.receivables ?? payment.shouldPay)}
              </span>
            </div>
            <div className="config-view-item">
              <span className={`config-view-item__label ${css.label}`}>运费</span>
              <span className="config-view-item__value">{yuan(payment.freight)}</span>
            </div>
            <div className={css.label}>{payment.paymentTypeName}</div>
          </div>
        )}
        {!hidden.includes('consigneeInfo') && (
          <div {...{ prop: 'consigneeInfo' }} className={css.consigneeInfo}>
            <div className="cons-address-text">{`${consignee.consName}，${consignee.consAddress}`}</div>
            <div className="cons-mobile-phone-text">{consignee.consMobilePhone}</div>
            <div className={`user-pin ${css.pin}`}>{order.userPin}</div>
          </div>
        )}
        {!hidden.includes('orderStatus') && <StatusCell order={order} statusText={statusText} />}
        <div className={`remark-cell__text ${css.remark}`}>{order.orderVenderRemark?.remark ?? '添加备注'}</div>
      </div>
      {order.remark && <div className={css.buyerRemark}>买家留言：{order.remark}</div>}
    </div>
  );
}

function StatusCell({ order, statusText }: { order: JdOrderRecord; statusText: string }) {
  const { pauseReason } = order.orderStatusInfo;
  const { promiseShipDate } = order.orderPromiseInfo;
  return (
    <div {...{ prop: 'orderStatus' }} className={`table-cared-order-status-column ${css.orderStatus}`}>
      <div className="order-status">
        <span className={css.status}>{statusText}</span>
      </div>
      {promiseShipDate && (
        <div className={`promise-out-ship-date ${css.label}`}>
          <span className="jd-only-child__content">{`${platformTime(promiseShipDate)} 前发货`}</span>
        </div>
      )}
      {pauseReason && <div className={css.label}>{pauseReason}</div>}
    </div>
  );
}

function SkuRow({ item }: { item: JdItemRecord }) {
  const [attribute]: { saleValue: string }[] = JSON.parse(item.saleAttributes);
  return (
    <div className={`sku-info-list__item ${css.item}`}>
      <img className={css.picture} src={item.imgUrl} alt="" />
      <div className={`card-left__desc ${css.desc}`}>
        <a className={`sku-name ${css.name}`} href={item.skuUrl} onClick={(event) => event.preventDefault()}>
          {item.skuName}
        </a>
        <div className="config-view-item">
          <span className="config-view-item__value">{attribute?.saleValue}</span>
        </div>
        <div className="config-view-item">
          <span className={`config-view-item__label ${css.label}`}>货号</span>
          <span className="config-view-item__value">{item.itemId}</span>
        </div>
        <div className="config-view-item">
          <span className={`config-view-item__label ${css.label}`}>skuId</span>
          <span className="config-view-item__value">{item.skuId}</span>
        </div>
      </div>
      <div className={`sku-info-card__right ${css.right}`}>
        <div className="config-view-item">
          <span className="config-view-item__value">{yuan(item.jdPrice)}</span>
          {item.linePrice !== undefined && <del className={css.linePrice}>{yuan(item.linePrice)}</del>}
        </div>
        <div className="config-view-item">
          <span className="config-view-item__value">{`x${item.num}`}</span>
        </div>
      </div>
    </div>
  );
}

/** What stands in for a card until the rows are there. */
export function SkeletonCard() {
  return (
    <div className={`card ${css.card}`}>
      <div className={`jd-skeleton ${css.skeleton}`} />
      <div className={`jd-skeleton ${css.skeletonTall}`} />
    </div>
  );
}
