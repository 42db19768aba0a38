import { t } from '../../lib/browser/i18n.ts';
import { MOST_PINS, type usePins } from '../hooks/usePins.ts';
import styles from './SegmentLists.module.css';

interface Props {
  label: string;
  query: string;
  pins: ReturnType<typeof usePins>;
}

/** Keeps a segment at the top of the empty popup, or takes it from there. */
export function StarButton({ label, query, pins: { pins, has, isFull, toggle } }: Props) {
  if (pins === null) return null;
  const isPinned = has(query);
  return (
    <button
      type="button"
      className={isPinned ? styles.pinned : styles.star}
      aria-pressed={isPinned}
      aria-label={t('popup_pin', label)}
      title={!isPinned && isFull ? t('popup_pinsFull', MOST_PINS) : t('popup_pin', label)}
      disabled={!isPinned && isFull}
      onClick={() => toggle(query)}
    >
      {isPinned ? '★' : '☆'}
    </button>
  );
}
