import { payoutFen } from '../../lib/actions/rights.ts';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { ClockState } from '../../lib/service/clocks.ts';
import { isLate } from '../../lib/service/promises.ts';
import { pressingOrders, pressingPayouts, pressingWaits, untoldMends } from '../../lib/views/service/service-desk.ts';
import { ranOutBetween } from '../../lib/views/service/clock-watch.ts';
import { useNow } from '../hooks/useNow.ts';
import { useAsleep, useServiceDesk } from '../hooks/useServiceDesk.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { Spoken } from '../ui/Spoken.tsx';
import { yuanText } from '../words/amounts.ts';
import { minuteText, spanText } from '../words/times.ts';

/**
 * What presses, in one line at the top of the panel, wherever one is. With the number on the toolbar's button it is how Liuke reminds:
 * the browser's notifications would want a permission of their own and show customers' matters over whatever is on the screen.
 */
export function DeskLine({ onOpen }: { onOpen: () => void }) {
  const desk = useServiceDesk();
  const asleep = useAsleep();
  const now = useNow();
  // Its place is there before anything is said in it, or nothing would be read out.
  if (!desk) return <Spoken text="" />;
  const pressing = pressingOrders(desk, now);
  const late = pressing.filter(({ state }) => state === 'late');
  const dueOf = (wanted: ClockState) =>
    pressing.flatMap(({ state, dueAt }) => (state === wanted && dueAt !== null ? dueAt : []));
  const [soon, half] = [dueOf('soon'), dueOf('half')];
  const promises = desk.promises.filter((promise) => isLate(promise, now));
  const waiting = pressingWaits(desk);
  const payouts = pressingPayouts(desk);
  const owed = (state: 'due' | 'late') => payouts.filter((payout) => payout.state === state);
  const payoutsText = (state: 'due' | 'late') => {
    const theirs = owed(state);
    const sumFen = theirs.reduce((sum, { referral }) => sum + payoutFen(referral), 0);
    return theirs.length > 0 ? [t(`desk_payouts_${state}`, theirs.length, yuanText(sumFen))] : [];
  };
  const untold = untoldMends(desk);
  const ranOut = asleep ? ranOutBetween(desk, asleep.from, asleep.to) : 0;
  const partsWith = (textOf: (state: 'soon' | 'half', dueAts: readonly number[]) => string) => [
    ...(late.length > 0 ? [t('desk_late', late.length)] : []),
    ...(soon.length > 0 ? [textOf('soon', soon)] : []),
    ...(half.length > 0 ? [textOf('half', half)] : []),
    ...(promises.length > 0 ? [t('desk_promises', promises.length)] : []),
    ...(waiting.length > 0 ? [t('desk_waits', waiting.length)] : []),
    ...payoutsText('late'),
    ...payoutsText('due'),
    ...(untold.length > 0
      ? [t('desk_mends', untold.length, new Set(untold.flatMap(({ toTell }) => toTell)).size)]
      : []),
  ];
  const parts = partsWith((state, dueAts) => t(`desk_${state}`, dueAts.length, spanText(Math.min(...dueAts) - now)));
  const missedText =
    asleep && ranOut > 0 ? t('desk_asleep', minuteText(asleep.from, now), minuteText(asleep.to, now), ranOut) : null;
  // Without what changes each minute.
  const spoken = [
    ...partsWith((state, dueAts) => t(`desk_${state}Spoken`, dueAts.length)),
    ...(missedText === null ? [] : [missedText]),
  ];
  return (
    <>
      <Spoken text={spoken.join(' · ')} />
      {parts.length > 0 && (
        <Note tone={late.length > 0 || promises.length > 0 || owed('late').length > 0 ? 'risk' : 'watch'}>
          {parts.join(' · ')}{' '}
          <Button look="plain" onClick={onOpen}>
            {t('desk_open')}
          </Button>
        </Note>
      )}
      {missedText !== null && (
        <Note tone="watch">
          {missedText}{' '}
          <Button look="plain" onClick={() => void toBackground.seeMissed({})}>
            {t('desk_seen')}
          </Button>
        </Note>
      )}
    </>
  );
}
