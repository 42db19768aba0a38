import { useEffect, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import { overlaySetting } from '../../lib/browser/settings.ts';

/** The setting for tier chips on the page, and the command that changes it; null while it is being read. */
export function useOverlay(): [isOn: boolean | null, setOverlay: (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState<boolean | null>(null);
  useEffect(() => {
    void overlaySetting.getValue().then(setIsOn);
    return overlaySetting.watch(setIsOn);
  }, []);
  return [isOn, (next) => void toBackground.setOverlay({ isOn: next })];
}
