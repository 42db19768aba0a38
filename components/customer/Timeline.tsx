import { Suspense, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { CustomerView } from '../../lib/views/customers/customer-view.ts';
import type { Moment } from '../../lib/views/customers/moments.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { later } from '../ui/later.ts';
import { momentText } from '../words/moments.ts';
import { agoText, dayText } from '../words/times.ts';
import styles from './Timeline.module.css';

const TimelineSaves = later(async () => (await import('./TimelineSaves.tsx')).TimelineSaves);

interface Props {
  moments: CustomerView['moments'];
  now: number;
}

const kinds = ['order', 'trouble', 'redeemed', 'case', 'review', 'contact', 'offer', 'workOrder'] as const;

const WIDTH = 320;
const HEIGHT = 46;
const EDGE = 6;
/** What the customer did stands on the line, what the shop did below it: what led to what is seen at once. */
const LINE = 14;
const BELOW = 26;
/** Read out by its name alone; the table below has every moment. */
const picture = { role: 'img' };

/** What happened between shop and customer on one line, from the first moment to today, and one by one behind it. */
export function Timeline({ moments, now }: Props) {
  const [isOpened, setOpened] = useState(false);
  const figure = useRef<HTMLElement>(null);
  const [first] = moments;
  // One moment is no line.
  if (!first || moments.length < 2) return null;
  const span = Math.max(1, now - first.at);
  const x = (at: number) => EDGE + ((at - first.at) / span) * (WIDTH - EDGE * 2);
  const count = (kind: Moment['kind']) => moments.filter((moment) => moment.kind === kind).length;
  const decides = t('decides_timeline');
  const told = kinds.filter((kind) => count(kind) > 0).map((kind) => t(`timeline_${kind}`, count(kind)));
  return (
    <figure ref={figure} className={styles.figure}>
      <svg
        className={styles.line}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        {...picture}
        aria-label={t('timelineTold', dayText(first.at), told.join(t('listSeparator')))}
      >
        <line x1={EDGE} x2={WIDTH - EDGE} y1={LINE} y2={LINE} />
        {moments.map((moment) => (
          <g key={moment.id} className={styles[moment.kind]}>
            <title>{`${t(`moment_${moment.kind}`)} · ${agoText(moment.at, now)}`}</title>
            <Mark kind={moment.kind} x={x(moment.at)} />
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
      <Disclosure summary={t('timelineTable', moments.length)} onOpen={() => setOpened(true)}>
        {isOpened && (
          <>
            <p className={styles.decides}>{decides}</p>
            <Moments moments={moments.toReversed()} />
            <Suspense fallback={null}>
              <TimelineSaves within={figure} definition={decides} />
            </Suspense>
          </>
        )}
      </Disclosure>
    </figure>
  );
}

/** Told apart by their shapes, whatever one sees of colours. */
function Mark({ kind, x }: { kind: Moment['kind']; x: number }) {
  switch (kind) {
    case 'order':
      return <circle cx={x} cy={LINE} r="4" />;
    case 'trouble':
      return <path d={`M${x - 5} ${LINE + 4}h10l-5 -9z`} />;
    case 'redeemed':
      return <circle cx={x} cy={LINE} r="6.5" />;
    case 'case':
      return <path d={`M${x - 4} ${LINE - 4}l8 8m0 -8l-8 8`} />;
    case 'review':
      return <circle cx={x} cy={LINE} r="3" />;
    case 'workOrder':
      return <path d={`M${x} ${BELOW - 5}l5 5l-5 5l-5 -5z`} />;
    default:
      return <rect x={x - 3} y={BELOW - 3} width="6" height="6" />;
  }
}

function Moments({ moments }: Pick<Props, 'moments'>) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('timelineTable', moments.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('timelineWhen')}</th>
          <th scope="col">{t('timelineWhat')}</th>
          <th scope="col">{t('timelineMore')}</th>
        </tr>
      </thead>
      <tbody>
        {moments.map((moment) => (
          <tr key={moment.id}>
            <td className={styles.when}>{dayText(moment.at)}</td>
            <th scope="row">{t(`moment_${moment.kind}`)}</th>
            <td>{momentText(moment)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
