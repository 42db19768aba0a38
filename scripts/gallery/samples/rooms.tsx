import { Suspense, type ReactNode } from 'react';
import { CompanionWindow } from '../../../components/companion/CompanionWindow.tsx';
import { Dashboard } from '../../../components/dashboard/Dashboard.tsx';
import { ShopSection } from '../../../components/dashboard/ShopSection.tsx';
import { DataSection } from '../../../components/dashboard/data/DataSection.tsx';
import { ImportContext } from '../../../components/dashboard/import/import-context.ts';
import { useImport } from '../../../components/dashboard/import/useImport.ts';
import { PrivacySection } from '../../../components/dashboard/privacy/PrivacySection.tsx';
import { ReplyLibrary } from '../../../components/dashboard/replies/ReplyLibrary.tsx';
import { ShopRules } from '../../../components/dashboard/rules/ShopRules.tsx';
import { isWhole, sectionIds } from '../../../components/dashboard/sections.ts';
import { ServiceSection } from '../../../components/dashboard/service/ServiceSection.tsx';
import { useInsight, useShops } from '../../../components/dashboard/useInsight.ts';
import { Panel } from '../../../components/panel/Panel.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import type { ShopChoice, ShopInsight } from '../../../lib/views/shops/insight-view.ts';
import type { Sample } from './sample.ts';

/** A part of the insight page over the shop of the store; without a shop, what the page says then. */
function OfShop({ show }: { show: (shop: ShopChoice) => ReactNode }) {
  const shops = useShops();
  return shops?.[0] ? <Suspense fallback={null}>{show(shops[0])}</Suspense> : null;
}

function Insight({ shop, show }: { shop: ShopChoice; show: (insight: ShopInsight) => ReactNode }) {
  const state = useInsight(shop.shopId);
  return state.kind === 'ready' ? show(state.insight) : null;
}

function Importing({ children }: { children: ReactNode }) {
  return <ImportContext value={useImport()}>{children}</ImportContext>;
}

/** Whole screens over the shop of the store, or over an empty store. */
export const roomSamples: readonly Sample[] = [
  { file: 'components/panel/Panel.tsx', states: { 'an order list': <Panel /> } },
  { file: 'components/popup/Popup.tsx', states: { opened: <Popup /> } },
  { file: 'components/companion/CompanionWindow.tsx', states: { 'nothing pasted': <CompanionWindow /> } },
  { file: 'components/dashboard/Dashboard.tsx', states: { opened: <Dashboard /> } },
  {
    file: 'components/dashboard/ShopSection.tsx',
    states: Object.fromEntries(
      sectionIds.flatMap((section) =>
        isWhole(section)
          ? []
          : [
              [
                section,
                <OfShop
                  key={section}
                  show={(shop) => (
                    <Insight
                      shop={shop}
                      show={(insight) => (
                        <ShopSection section={section} shop={shop} insight={insight} isFitting={false} />
                      )}
                    />
                  )}
                />,
              ],
            ],
      ),
    ),
  },
  {
    file: 'components/dashboard/data/DataSection.tsx',
    states: {
      'of a shop': (
        <Importing>
          <OfShop show={(shop) => <DataSection shop={shop} />} />
        </Importing>
      ),
      'without a shop': (
        <Importing>
          <DataSection shop={undefined} />
        </Importing>
      ),
    },
  },
  {
    file: 'components/dashboard/privacy/PrivacySection.tsx',
    states: {
      'of a shop': <OfShop show={(shop) => <PrivacySection shop={shop} />} />,
      'without a shop': <PrivacySection shop={undefined} />,
    },
  },
  {
    file: 'components/dashboard/service/ServiceSection.tsx',
    states: {
      'of a shop': <OfShop show={(shop) => <ServiceSection shop={shop} />} />,
      'without a shop': <ServiceSection shop={null} />,
    },
  },
  {
    file: 'components/dashboard/replies/ReplyLibrary.tsx',
    states: {
      'of a shop': <OfShop show={({ shopId }) => <ReplyLibrary shopId={shopId} />} />,
      'without a shop': <ReplyLibrary shopId={null} />,
    },
  },
  {
    file: 'components/dashboard/rules/ShopRules.tsx',
    states: { 'of a shop': <OfShop show={(shop) => <ShopRules shop={shop} />} /> },
  },
];
