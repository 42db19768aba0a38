import { useEffect, useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';
import { preciseSettings } from '../../lib/browser/settings.ts';
import type { Platform } from '../../lib/model/platform.ts';

interface PreciseMode {
  /** Null while it is being read. */
  isOn: boolean | null;
  /** This browser could not do it. */
  isRefused: boolean;
  change: (isOn: boolean) => void;
}

/** The setting for one platform, and the command that changes it. */
export function usePreciseMode(platform: Platform): PreciseMode {
  const [isOn, setIsOn] = useState<boolean | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  useEffect(() => {
    void preciseSettings[platform].getValue().then(setIsOn);
    return preciseSettings[platform].watch(setIsOn);
  }, [platform]);
  const change = (next: boolean) => {
    setIsRefused(false);
    toBackground.setPreciseMode({ platform, isOn: next }).catch(() => setIsRefused(true));
  };
  return { isOn, isRefused, change };
}
