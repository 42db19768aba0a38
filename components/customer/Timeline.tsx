import { t } from '../../lib/browser/i18n.ts';
import type { Order } from '../../lib/model/order.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import { agoText, dayText } from '../words/times.ts';
import styles from './Timeline.module.css';

interface Props {
  orders: readonly Order[];
  contacts: CustomerView['contacts'];
  now: number;
}

interface Moment {
  id: string;
  at: number;
  kind: 'order' | 'trouble' | 'contact' | 'offer';
}

const WIDTH = 320;
const HEIGHT = 46;
const EDGE = 6;
/** Orders stand on the line, what the shop did below it: what led to what is seen at once. */
const LINE = 14;
const BELOW = 26;
/** Read out by its name alone; the lists below have every moment. */
const picture = { role: 'img' };

/** What happened between shop and customer on one line, from the first order to today. */
export function Timeline({ orders, contacts, now }: Props) {
  const moments = [...orders.map(ofOrder), ...contacts.map(ofContact)].toSorted((a, b) => a.at - b.at);
  const [first] = moments;
  // One moment is no line.
  if (!first || moments.length < 2) return null;
  const span = Math.max(1, now - first.at);
  const x = (at: number) => EDGE + ((at - first.at) / span) * (WIDTH - EDGE * 2);
  const count = (kind: Moment['kind']) => moments.filter((moment) => moment.kind === kind).length;
  const told = (['order', 'trouble', 'contact', 'offer'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => t(`timeline_${kind}`, count(kind)));
  return (
    <figure className={styles.figure} title={t('decides_timeline')}>
      <svg
        className={styles.line}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        {...picture}
        aria-label={t('timelineTold', dayText(first.at), told.join(t('listSeparator')))}
      >
        <line x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} />
        {moments.map(({ id, at, kind }) => (
          <g key={id} className={styles[kind]}>
            <title>{`${t(`timeline_${kind}`, 1)} · ${agoText(at, now)}`}</title>
            {kind === 'order' && <circle cx={x(at)} cy={LINE} r="4" />}
            {kind === 'trouble' && <path d={`M${x(at) - 5} ${LINE + 4}h10l-5 -9z`} />}
            {(kind === 'contact' || kind === 'offer') && <rect x={x(at) - 3} y={BELOW - 3} width="6" height="6" />}
          </g>
        ))}
        <text x={EDGE} y={HEIGHT - 2}>
          {dayText(first.at)}
        </text>
        <text x={WIDTH - EDGE} y={HEIGHT - 2} textAnchor="end">
          {t('today')}
        </text>
      </svg>
      <figcaption className={styles.key}>{told.join(' · ')}</figcaption>
    </figure>
  );
}

/** One of which something went back, or is asked for, is trouble. */
function ofOrder({ orderId, placedAt, items }: Order): Moment {
  const isTrouble = items.some(({ afterSale }) => afterSale === 'requested' || afterSale === 'refunded');
  return { id: orderId, at: placedAt, kind: isTrouble ? 'trouble' : 'order' };
}

function ofContact({ eventId, at, isOffer }: CustomerView['contacts'][number]): Moment {
  return { id: eventId, at, kind: isOffer ? 'offer' : 'contact' };
}
