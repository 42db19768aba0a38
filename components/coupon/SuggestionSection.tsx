import { useRef } from 'react';
import type { BestTime } from '../../lib/actions/best-time.ts';
import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';
import type { Suggestion, Suggestions } from '../../lib/actions/suggest.ts';
import { t } from '../../lib/browser/i18n.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Section } from '../ui/Section.tsx';
import { HeldBackList } from './HeldBackList.tsx';
import { ShopCoupons } from './ShopCoupons.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';
import styles from './SuggestionSection.module.css';

/** More would not be read; the rest is a click away. */
const SHOWN = 3;

interface Props extends Suggestions {
  /** When to turn to the customer. */
  bestTime: BestTime;
  /** What the shop can give now. */
  coupons: readonly DatedCoupon[];
  platform: Platform | null;
  /** The person wants the words that go with a suggestion. */
  onWrite: (suggestion: Suggestion) => void;
}

/** What to do today, and what was held back with the guard that held it. */
export function SuggestionSection({ suggestions, heldBack, coupons, bestTime, platform, onWrite }: Props) {
  const [first, more] = [suggestions.slice(0, SHOWN), suggestions.slice(SHOWN)];
  const isHeld = heldBack.length > 0;
  const why = useRef<HTMLDetailsElement>(null);
  useShortcuts({
    why() {
      if (!why.current) return false;
      why.current.open = !why.current.open;
      why.current.querySelector('summary')?.focus();
      return true;
    },
  });
  return (
    <Section title={t('suggestionsTitle')}>
      <SuggestionCards suggestions={first} platform={platform} onWrite={onWrite} />
      {more.length > 0 && (
        <Disclosure summary={t('suggestionsMore', more.length)}>
          <SuggestionCards suggestions={more} platform={platform} onWrite={onWrite} />
        </Disclosure>
      )}
      {suggestions.length > 0 && <p className={styles.time}>{bestTimeText(bestTime)}</p>}
      {suggestions.length === 0 && !isHeld && <EmptyLine>{t('nothingToDo')}</EmptyLine>}
      {isHeld && (
        <Disclosure
          ref={why}
          isOpen={suggestions.length === 0}
          summary={suggestions.length === 0 ? t('whyNoSuggestion') : t('heldBackTitle', heldBack.length)}
        >
          <HeldBackList heldBack={heldBack} />
        </Disclosure>
      )}
      <ShopCoupons coupons={coupons} />
    </Section>
  );
}

function SuggestionCards({ suggestions, platform, onWrite }: Pick<Props, 'suggestions' | 'platform' | 'onWrite'>) {
  if (suggestions.length === 0) return null;
  return (
    <ul className={styles.list}>
      {suggestions.map((suggestion) => (
        <SuggestionCard key={suggestion.playbook.id} suggestion={suggestion} platform={platform} onWrite={onWrite} />
      ))}
    </ul>
  );
}

/** "适合联系：周末 10 点前后（按这位客户 8 单的下单时间）". */
function bestTimeText({ isWeekend, hour, orders }: BestTime): string {
  const when = t(isWeekend ? 'bestTime_weekend' : 'bestTime_weekday', hour);
  return orders === 0 ? t('bestTime_hint', when) : t('bestTime_own', when, orders);
}
