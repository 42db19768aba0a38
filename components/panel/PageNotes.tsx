import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { AccessNote } from '../access/AccessNote.tsx';
import { LayoutNote } from '../health/LayoutNote.tsx';
import { WarmingUp } from '../health/WarmingUp.tsx';
import { isLayoutOdd } from '../health/layout-changed.ts';
import { Note } from '../ui/Note.tsx';
import styles from './PageNotes.module.css';

interface Props {
  state: PageState | null;
  tabId: number | null;
  /** The card is of a customer met earlier, not of this page. */
  isLastCustomer: boolean;
  /** The page was opened before this version of the extension. */
  needsReload: boolean;
}

/** How things stand with the page, said above everything else. */
export function PageNotes({ state, tabId, isLastCustomer, needsReload }: Props) {
  const notes = [
    needsReload && (
      <Note key="reload" tone="watch" isLive>
        {t('pageNeedsReload')}
      </Note>
    ),
    state?.problem && (
      <Note key="problem" tone="risk" isLive>
        {t(`problem_${state.problem}`)}
      </Note>
    ),
    state?.clockLateMs !== undefined && (
      <Note key="clock" tone="watch" isLive>
        {t('clockLate', Math.floor(state.clockLateMs / 60_000))}
      </Note>
    ),
    state && isLayoutOdd(state) && <LayoutNote key={`layout ${tabId}`} state={state} tabId={tabId} />,
    isLastCustomer && (
      <Note key="last" tone="plain">
        {t('lastCustomer')}
      </Note>
    ),
  ].filter(Boolean);
  return (
    <div className={styles.notes}>
      <AccessNote />
      {state?.shopId && <WarmingUp shopId={state.shopId} />}
      {notes}
    </div>
  );
}
