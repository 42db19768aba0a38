import { useEffect, useState } from 'react';
import { ownNameSetting } from '../../lib/browser/settings.ts';

/** The name of whoever sits here, remembered; and how to change it. */
export function useOwnName(): [name: string, setName: (name: string) => void] {
  const [name, setName] = useState(ownNameSetting.fallback);
  useEffect(() => {
    void ownNameSetting.getValue().then(setName);
    return ownNameSetting.watch(setName);
  }, []);
  return [name, (next) => void ownNameSetting.setValue(next)];
}
