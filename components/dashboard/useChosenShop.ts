import { useEffect, useState } from 'react';
import { insightShopSetting } from '../../lib/browser/settings.ts';

/** The shop that was chosen last, also before the page was closed: null for none, undefined while it is being read. */
export function useChosenShop(): [chosen: string | null | undefined, choose: (shopId: string) => void] {
  const [chosen, setChosen] = useState<string | null>();
  useEffect(() => void insightShopSetting.getValue().then(setChosen), []);
  return [
    chosen,
    (shopId) => {
      setChosen(shopId);
      void insightShopSetting.setValue(shopId);
    },
  ];
}
