import { useRef, type ComponentProps } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import type { BestTime } from '../../lib/actions/best-time.ts';
import type { DatedCoupon } from '../../lib/actions/existing-coupon.ts';
import type { Numbers } from '../../lib/actions/playbook-numbers.ts';
import type { Playbook } from '../../lib/actions/playbook.ts';
import type { Suggestion, Suggestions } from '../../lib/actions/suggest.ts';
import { t } from '../../lib/browser/i18n.ts';
import type { DeclineReason } from '../../lib/model/decline-reason.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { notedNow } from '../today/noted-now.ts';
import { putOffNow } from '../today/put-off.ts';
import { UndoNote } from '../ui/UndoNote.tsx';
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
  customerId: string;
  /** When to turn to the customer. */
  bestTime: BestTime;
  /** What the shop can give now. */
  coupons: readonly DatedCoupon[];
  platform: Platform | null;
  /** What the shop set of the limits of its platform's coupon tool. */
  ownLimits: Numbers;
  /** How the customer stands on what a playbook speaks of, in words; null where it speaks of no such thing. */
  standingOf: (playbook: Playbook) => string | null;
  /** The person wants the words that go with a suggestion. */
  onWrite: (suggestion: Suggestion) => void;
}

/** What to do today, and what was held back with the guard that held it. */
export function SuggestionSection({
  customerId,
  suggestions,
  heldBack,
  coupons,
  bestTime,
  platform,
  ownLimits,
  standingOf,
  onWrite,
}: Props) {
  const [first, more] = [suggestions.slice(0, SHOWN), suggestions.slice(SHOWN)];
  const isHeld = heldBack.length > 0;
  const why = useRef<HTMLDetailsElement>(null);
  const section = useRef<HTMLElement>(null);
  const undoable = useUndoable();
  const putOff = ({ playbook }: Suggestion, reason: DeclineReason | null) =>
    undoable.run(() => toBackground.putOffSuggestions([putOffNow(customerId, playbook.id, reason)]));
  const note = (suggestion: Suggestion) =>
    undoable.run(() => toBackground.recordContacts([notedNow(customerId, suggestion)]));
  const way = { platform, ownLimits, standingOf, onWrite, onNote: note, onPutOff: putOff };
  /** The one whose card has the focus, else the first. */
  const meant = () => {
    const held = document.activeElement?.closest<HTMLElement>('[data-playbook]')?.dataset['playbook'];
    return suggestions.find(({ playbook }) => playbook.id === held) ?? suggestions[0] ?? null;
  };
  useShortcuts({
    later() {
      const suggestion = meant();
      if (suggestion) putOff(suggestion, null);
      return suggestion !== null;
    },
    decline() {
      const card = `[data-playbook="${meant()?.playbook.id}"]`;
      const select = section.current?.querySelector<HTMLSelectElement>(`${card} [data-decline]`);
      select?.focus();
      select?.showPicker?.();
      return Boolean(select);
    },
    why() {
      if (!why.current) return false;
      why.current.open = !why.current.open;
      why.current.querySelector('summary')?.focus();
      return true;
    },
  });
  return (
    <Section ref={section} title={t('suggestionsTitle')} aside={<UndoNote undoable={undoable} />}>
      <SuggestionCards suggestions={first} {...way} />
      {more.length > 0 && (
        <Disclosure summary={t('suggestionsMore', more.length)}>
          <SuggestionCards suggestions={more} {...way} />
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

type CardsProps = Pick<Props, 'suggestions' | 'standingOf'> &
  Omit<ComponentProps<typeof SuggestionCard>, 'suggestion' | 'standing'>;

function SuggestionCards({ suggestions, standingOf, ...way }: CardsProps) {
  if (suggestions.length === 0) return null;
  return (
    <ul className={styles.list}>
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.playbook.id}
          suggestion={suggestion}
          standing={standingOf(suggestion.playbook)}
          {...way}
        />
      ))}
    </ul>
  );
}

/** "适合联系：周末 10 点前后（按这位客户 8 单的下单时间）". */
function bestTimeText({ isWeekend, hour, orders }: BestTime): string {
  const when = t(isWeekend ? 'bestTime_weekend' : 'bestTime_weekday', hour);
  return orders === 0 ? t('bestTime_hint', when) : t('bestTime_own', when, orders);
}
