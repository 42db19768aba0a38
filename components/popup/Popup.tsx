import { Suspense, useId, useState, type KeyboardEvent } from 'react';
import { openPanel as openPanelPage } from '../../lib/browser/side-panel.ts';
import { panelFocus, type PanelSubject } from '../../lib/browser/panel-focus.ts';
import { t } from '../../lib/browser/i18n.ts';
import { tellsRates } from '../../lib/insight/coverage.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { quickSegments } from '../../lib/rules/segments.ts';
import type { SegmentAnswer } from '../../lib/views/segments/segment-counts.ts';
import { isLayoutOdd } from '../health/layout-changed.ts';
import { useBridged } from '../hooks/useBridged.ts';
import { isComposing } from '../hooks/ime.ts';
import { usePageState } from '../hooks/usePageState.ts';
import { usePins } from '../hooks/usePins.ts';
import { useSavedSegments } from '../hooks/useSavedSegments.ts';
import { useSearch, type Found } from '../hooks/useSearch.ts';
import { useSegment } from '../hooks/useSegment.ts';
import { useSegmentCounts } from '../hooks/useSegmentCounts.ts';
import { useSegmentTrends } from '../hooks/useSegmentTrends.ts';
import { useTierCounts } from '../hooks/useTierCounts.ts';
import { useWindowId } from '../hooks/useWindowId.ts';
import { useLock } from '../hooks/useLock.ts';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import { Note } from '../ui/Note.tsx';
import { choiceGroups } from './choices.ts';
import { isUnfinished } from './completions.ts';
import { copyFilter } from './copy-filter.ts';
import { OptionList, optionId } from './OptionList.tsx';
import { segmentsNamed } from './named-segments.ts';
import { PopupFooter } from './PopupFooter.tsx';
import { PopupHome } from './PopupHome.tsx';
import { QueryBox } from './QueryBox.tsx';
import { SaveSegment } from './SaveSegment.tsx';
import { focusSegment, SegmentKeys } from './SegmentKeys.tsx';
import { SegmentNotice } from './SegmentNotice.tsx';
import { StarButton } from './StarButton.tsx';
import { StatusLine, type Status } from './StatusLine.tsx';
import { TrendText } from './TrendText.tsx';
import { useQueryBox } from './useQueryBox.ts';
import styles from './Popup.module.css';

const LockLine = later(async () => (await import('../lock/LockLine.tsx')).LockLine);

/** From the toolbar: look someone up, ask for a segment, see the tiers, open the panel. */
export function Popup() {
  const { state, isLoading } = usePageState();
  const shopId = isLoading ? undefined : (state?.shopId ?? null);
  const openPanel = useOpenPanel();
  const box = useQueryBox();
  const saved = useSavedSegments();
  const { settled } = box.state;
  const { segment, mayBeName } = box.line;

  const asked = useSegment(shopId, segment);
  const [lastAnswer, lastFirst] = [useBridged(asked.answer), useBridged(asked.first)];
  const answer = segment ? (asked.answer ?? lastAnswer) : undefined;
  const first = segment ? (asked.first ?? lastFirst) : undefined;
  const found = useSearch(mayBeName ? settled : '');
  const bridgedFound = useBridged(found);
  const shownFound = mayBeName ? (found ?? bridgedFound) : undefined;
  const tierCounts = useTierCounts(shopId);
  const savedSegments = saved.segments ?? [];
  const pins = usePins();
  const lines = [...new Set([...(pins.pins ?? []), ...[...savedSegments, ...quickSegments].map(({ query }) => query)])];
  const isHome = box.state.text.trim() === '';
  // The tiers first, and what is typed before both of these: they would keep the keys and the search waiting.
  const segmentCounts = useSegmentCounts(isHome && tierCounts ? shopId : undefined, lines);
  const trends = useSegmentTrends(isHome && lines.every((line) => segmentCounts.has(line)) ? shopId : undefined, lines);
  const ownTrend = useSegmentTrends(answer && !isHome ? shopId : undefined, [settled.trim()]).get(settled.trim());
  const named = mayBeName ? segmentsNamed(settled, savedSegments) : [];
  // Who is looked for comes before them.
  const namedCounts = useSegmentCounts(
    found && named.length > 0 ? shopId : undefined,
    named.map(({ query }) => query),
  );
  const [said, setSaid] = useState<string | null>(null);
  const copy = async (query: string) => setSaid(await copyFilter(query, state?.platform ?? null));
  const openSegment = (query: string) => void openPanel?.({ query, shopId: shopId ?? null });

  const isLocked = useLock()?.isLocked === true;
  const coverage = tierCounts?.coverage ?? null;
  const told = coverage !== null && tellsRates(coverage);
  const status = statusOf(box, { answer, tellsRates: told }, shownFound, { segments: named.length, isLocked });
  const groups = choiceGroups(first, shownFound, { named, counts: namedCounts });
  const choices = groups.flatMap((group) => group.choices);
  const words = box.offered.options.length;
  const active = box.chosen ?? activeByItself(box, choices.length);
  const take = (index: number) => {
    const choice = choices[index - words];
    if (index < words) box.accept(index);
    else if (choice?.of === 'maskedOrder') setSaid(t('companionMaskedOrder', orderTail(choice.order.orderId)));
    else if (choice?.of === 'segment') openSegment(choice.segment.query);
    else if (choice) {
      const { shopId: ofShop, customerId } = choice.person.customer;
      void openPanel?.({ shopId: ofShop, customerId });
    }
  };
  const takeByKey = (index: number) => {
    // Who is taken unchosen must be an answer to what is in the box now, not to what was a moment ago.
    const isStale = box.chosen === null && index >= words && found === undefined;
    if (!isStale) take(index);
  };
  /** The keys of what stands in the box as a whole. @returns false where the key is not for it */
  const pressSegment = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (isComposing(event.nativeEvent)) return false;
    if (isHome && event.key === 'ArrowDown') return focusSegment(0);
    if (!segment) return false;
    if (event.key === 'Enter' && active === null) openSegment(settled.trim());
    else if ((event.ctrlKey || event.metaKey) && event.key === 'c' && selectionStart === selectionEnd)
      void copy(settled);
    else return false;
    return true;
  };
  const [listId, statusId] = [useId(), useId()];

  return (
    <div className={styles.popup}>
      <Suspense fallback={null}>
        <LockLine />
      </Suspense>
      {state && isLayoutOdd(state) && <Note tone="watch">{t('layoutInPopup')}</Note>}
      <QueryBox
        state={box.state}
        error={status.of === 'error' ? status.error : null}
        hasOptions={words + choices.length > 0}
        listId={listId}
        activeId={active === null ? null : optionId(listId, active)}
        statusId={statusId}
        onType={(...typed) => {
          saved.dismiss();
          box.type(...typed);
        }}
        onCaret={box.moveCaret}
        onKeyDown={(event) => {
          setSaid(null);
          if (pressSegment(event)) event.preventDefault();
          else box.press(event, words + choices.length, active, takeByKey);
        }}
      />
      <StatusLine id={statusId} status={status} onReplace={({ start, end }, by) => box.replace(start, end, by)}>
        {answer && (
          <span className={styles.tools}>
            <TrendText trend={ownTrend} />
            <Button look="plain" title="Ctrl+C" onClick={() => void copy(settled)}>
              {t('popup_copy')}
            </Button>
            <Button look="plain" title="Enter" onClick={() => openSegment(settled.trim())}>
              {t('popup_openSegment')}
            </Button>
            <StarButton label={settled.trim()} query={settled} pins={pins} />
          </span>
        )}
        {/* Not with the count, which goes while the next one is on its way: a name that is being written must not. */}
        {segment && (
          <SaveSegment
            key={settled}
            query={settled}
            saved={savedSegments}
            onSave={(label) => void saved.save(label, settled.trim())}
            onDone={box.goOn}
          />
        )}
      </StatusLine>
      <main className={styles.main}>
        {isHome ? (
          <SegmentKeys shopId={shopId} onCopy={(query) => void copy(query)} onOpenPanel={openSegment}>
            <PopupHome
              shopName={shopId ? (state?.shopName ?? t('unnamedShop')) : t('allShops')}
              tierCounts={tierCounts}
              saved={savedSegments}
              facts={{
                counts: segmentCounts,
                of: told ? (tierCounts?.customers ?? null) : null,
                trends,
                pins,
                onOpen: box.write,
              }}
              onRemove={(one) => void saved.remove(one)}
            />
          </SegmentKeys>
        ) : (
          <OptionList id={listId} offered={box.offered} groups={groups} active={active} onTake={take} />
        )}
      </main>
      {said !== null && (
        <Note tone="plain" isLive>
          {said}
        </Note>
      )}
      {saved.change && <SegmentNotice change={saved.change} onUndo={(eventId) => void saved.undo(eventId)} />}
      <PopupFooter
        asOf={tierCounts?.asOf ?? null}
        coverage={coverage}
        onOpenPanel={openPanel && (() => void openPanel(null))}
      />
    </div>
  );
}

/** Null until the window is known. The browser opens the panel only within the click itself, so nothing may be awaited before. */
function useOpenPanel(): ((on: PanelSubject | null) => Promise<void>) | null {
  const windowId = useWindowId();
  if (windowId === null) return null;
  return async (on) => {
    openPanelPage(windowId);
    if (on) await panelFocus.setValue({ ...on, askedAt: Date.now() });
    window.close();
  };
}

type Box = ReturnType<typeof useQueryBox>;

/** What Enter takes before an arrow key was pressed: a word that is begun, else who was found; of a whole segment nobody. */
function activeByItself({ line, offered }: Box, choices: number): number | null {
  if (line.segment) return null;
  if (offered.options.length > 0) return 0;
  return choices > 0 ? 0 : null;
}

interface Counted {
  answer: SegmentAnswer | undefined;
  tellsRates: boolean;
}

function statusOf(
  box: Box,
  counted: Counted,
  found: Found | undefined,
  { segments, isLocked }: { segments: number; isLocked: boolean },
): Status {
  const { line, offered, state } = box;
  if (state.settled.trim() === '') return { of: 'nothing' };
  if (line.segment) return { of: 'segment', ...counted };
  const [customers, masked] = [found?.hits.length, found?.masked.length ?? 0];
  if (line.error && !customers && masked + segments === 0) {
    const isOpen = isUnfinished(state.settled, line, offered);
    return { of: isOpen ? 'unfinished' : 'error', error: line.error };
  }
  // A tag is being written, not a name.
  if (line.namesTag && customers === 0 && masked + segments === 0) return { of: 'nothing' };
  const isShortNumber = /^\d{1,3}$/.test(state.settled.trim());
  return { of: 'name', found: customers, masked, segments, isLocked, isShortNumber };
}
