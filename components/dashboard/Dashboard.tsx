import { Suspense } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { ShopChoice } from '../../lib/views/shops/insight-view.ts';
import { FirstSteps } from '../panel/FirstSteps.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { later } from '../ui/later.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { ImportContext } from './import/import-context.ts';
import { useImport } from './import/useImport.ts';
import { DashboardHeader } from './DashboardHeader.tsx';
import { DashboardNav } from './DashboardNav.tsx';
import { ShopNotes } from './ShopNotes.tsx';
import { ShopSection } from './ShopSection.tsx';
import { useChosenShop } from './useChosenShop.ts';
import { isWhole, useSection, type SectionId, type WholeSectionId } from './sections.ts';
import { useInsight, useShops, useShopWork } from './useInsight.ts';
import styles from './Dashboard.module.css';

const BackupLine = later(async () => (await import('./data/BackupLine.tsx')).BackupLine);
const DataSection = later(async () => (await import('./data/DataSection.tsx')).DataSection);
const PrivacySection = later(async () => (await import('./privacy/PrivacySection.tsx')).PrivacySection);
const ReplyLibrary = later(async () => (await import('./replies/ReplyLibrary.tsx')).ReplyLibrary);
const ServiceSection = later(async () => (await import('./service/ServiceSection.tsx')).ServiceSection);
const ShopRules = later(async () => (await import('./rules/ShopRules.tsx')).ShopRules);

/** The insight page: one shop's customers in full, in a tab of its own. An import goes on whatever part of it one looks at. */
export function Dashboard() {
  return (
    <ImportContext value={useImport()}>
      <Parts />
    </ImportContext>
  );
}

function Parts() {
  const shops = useShops();
  const [chosen, setChosen] = useChosenShop();
  const section = useSection();
  useShortcuts({ search: focusSearch, goOverview: () => goTo('overview'), goSettings: () => goTo('tiers') });
  if (!shops || chosen === undefined) return null;
  const shop = shops.find(({ shopId }) => shopId === chosen) ?? shops[0];
  if (isWhole(section)) return <WholePage section={section} shop={shop} shops={shops} onShop={setChosen} />;
  if (!shop)
    return (
      <main className={styles.empty}>
        <h1 className={styles.name}>{t('dashTitle')}</h1>
        <FirstSteps />
        <a href="#data">{t('importLink')}</a>
        <a href="#data">{t('restoreLink')}</a>
      </main>
    );
  return <ShopPage key={shop.shopId} section={section} shop={shop} shops={shops} onShop={setChosen} />;
}

function goTo(section: SectionId): void {
  location.hash = `#${section}`;
}

/** The line or the box in which one looks something up. @returns false where the part has none */
function focusSearch(): boolean {
  const box = document.querySelector<HTMLElement>('main [role="combobox"], main input[type="search"]');
  box?.focus();
  return box !== null;
}

/** The same place with a shop and without: a restore brings the shop while one looks. */
function WholePage({ section, shop, shops, onShop }: WholeProps) {
  return (
    <div className={styles.page}>
      {shop ? (
        <DashboardHeader shop={shop} shops={shops} onShop={onShop} insight={null} />
      ) : (
        <h1 className={`${styles.name} ${styles.bare}`}>{t('dashTitle')}</h1>
      )}
      <DashboardNav current={section} />
      <main className={styles.main}>
        <Suspense fallback={null}>
          <BackupLine reminds={section !== 'data'} />
          {section === 'data' && <DataSection shop={shop} />}
          {section === 'privacy' && <PrivacySection shop={shop} />}
          {section === 'workOrders' && <ServiceSection key={shop?.shopId} shop={shop ?? null} />}
          {section === 'replies' && <ReplyLibrary shopId={shop?.shopId ?? null} />}
          {section === 'rules' && (shop ? <ShopRules key={shop.shopId} shop={shop} /> : <NoShop />)}
        </Suspense>
      </main>
    </div>
  );
}

function NoShop() {
  return (
    <EmptyState title={t('rulesNoShop')}>
      <p>{t('rulesMean')}</p>
    </EmptyState>
  );
}

interface WholeProps extends Omit<Props, 'shop' | 'section'> {
  section: WholeSectionId;
  shop: ShopChoice | undefined;
}

interface Props {
  section: Exclude<SectionId, WholeSectionId>;
  shop: ShopChoice;
  shops: readonly ShopChoice[];
  onShop: (shopId: string) => void;
}

function ShopPage({ section, shop, shops, onShop }: Props) {
  const state = useInsight(shop.shopId);
  const work = useShopWork(shop.shopId);
  const insight = state.kind === 'ready' ? state.insight : null;
  return (
    <div className={styles.page}>
      <DashboardHeader shop={shop} shops={shops} onShop={onShop} insight={insight} />
      <DashboardNav current={section} />
      <main className={styles.main}>
        <Suspense fallback={null}>
          <BackupLine reminds />
        </Suspense>
        <ShopNotes insight={insight} work={work} />
        {state.kind === 'damaged' && (
          <EmptyState title={t('dashRebuilding')}>
            <output>{t('dashDamaged')}</output>
          </EmptyState>
        )}
        {insight && insight.measures.size === 0 && (
          <EmptyState title={t('dashNobody')}>
            <p>{t('dashNobodyWhy')}</p>
          </EmptyState>
        )}
        {insight && insight.measures.size > 0 && (
          <Suspense fallback={null}>
            <ShopSection section={section} shop={shop} insight={insight} isFitting={work.isFitting} />
          </Suspense>
        )}
      </main>
    </div>
  );
}
