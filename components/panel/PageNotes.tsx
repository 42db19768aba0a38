import { t } from '../../lib/browser/i18n.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { isLayoutChanged, isOfOrders } from '../health/PageHealth.tsx';
import { Note } from '../ui/Note.tsx';
import styles from './PageNotes.module.css';

interface Props {
  state: PageState | null;
  /** The card is of a customer met earlier, not of this page. */
  isLastCustomer: boolean;
  /** The page was opened before this version of the extension. */
  needsReload: boolean;
}

/** How things stand with the page, said above everything else. */
export function PageNotes({ state, isLastCustomer, needsReload }: Props) {
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
    state && isLayoutChanged(state) && (
      <Note key="layout" tone="watch" isLive>
        {t(isOfOrders(state.page) ? 'layoutChanged' : 'layoutChangedRows', state.health.rows)}
      </Note>
    ),
    isLastCustomer && (
      <Note key="last" tone="plain">
        {t('lastCustomer')}
      </Note>
    ),
  ].filter(Boolean);
  return notes.length > 0 && <div className={styles.notes}>{notes}</div>;
}
