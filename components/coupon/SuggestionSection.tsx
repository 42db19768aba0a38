import { useRef } from 'react';
import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';
import type { Suggestion, Suggestions } from '../../lib/actions/suggest.ts';
import { t } from '../../lib/browser/i18n.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Section } from '../ui/Section.tsx';
import { HeldBackList } from './HeldBackList.tsx';
import { ShopCoupons } from './ShopCoupons.tsx';
import { SuggestionCard } from './SuggestionCard.tsx';
import styles from './SuggestionSection.module.css';

interface Props extends Suggestions {
  /** What the shop can give now. */
  coupons: readonly DatedCoupon[];
  /** The person wants the words that go with a suggestion. */
  onWrite: (suggestion: Suggestion) => void;
}

/** What to do today, and what was held back with the guard that held it. */
export function SuggestionSection({ suggestions, heldBack, coupons, onWrite }: Props) {
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
      {suggestions.length > 0 && (
        <ul className={styles.list}>
          {suggestions.map((suggestion) => (
            <SuggestionCard key={suggestion.playbook.id} suggestion={suggestion} onWrite={onWrite} />
          ))}
        </ul>
      )}
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
