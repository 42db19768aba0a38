import { useState } from 'react';
import { openPanel as openPanelPage } from '../../lib/browser/side-panel.ts';
import { panelFocus } from '../../lib/browser/panel-focus.ts';
import { t } from '../../lib/browser/i18n.ts';
import { usePageState } from '../hooks/usePageState.ts';
import { useSearch, type AssessedHit } from '../hooks/useSearch.ts';
import { useTierCounts } from '../hooks/useTierCounts.ts';
import { useWindowId } from '../hooks/useWindowId.ts';
import { PopupFooter } from './PopupFooter.tsx';
import { SearchBox } from './SearchBox.tsx';
import { TierCountList } from './TierCountList.tsx';
import styles from './Popup.module.css';

/** From the toolbar: look someone up, see the tiers, open the panel. */
export function Popup() {
  const { state, isLoading } = usePageState();
  const shopId = isLoading ? undefined : (state?.shopId ?? null);
  const windowId = useWindowId();
  const [query, setQuery] = useState('');
  const hits = useSearch(query);
  const counts = useTierCounts(shopId);

  /** The browser opens the panel only within the click itself, so nothing may be awaited before. */
  const openPanel = async (hit: AssessedHit | null) => {
    if (windowId === null) return;
    openPanelPage(windowId);
    if (hit)
      await panelFocus.setValue({
        shopId: hit.customer.shopId,
        customerId: hit.customer.customerId,
        askedAt: Date.now(),
      });
    window.close();
  };

  return (
    <div className={styles.popup}>
      <SearchBox onQuery={setQuery} query={query} hits={hits} onChoose={(hit) => void openPanel(hit)} />
      {query.trim() === '' && counts && (
        <TierCountList counts={counts} shopName={shopId ? (state?.shopName ?? t('unnamedShop')) : t('allShops')} />
      )}
      <PopupFooter asOf={counts?.asOf ?? null} onOpenPanel={windowId === null ? null : () => void openPanel(null)} />
    </div>
  );
}
