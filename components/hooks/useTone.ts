import { useEffect, useState } from 'react';
import { toneSetting } from '../../lib/browser/settings.ts';
import type { Tone } from '../../lib/model/own-template.ts';

/** The tone of replies, remembered; and how to change it. */
export function useTone(): [tone: Tone, setTone: (tone: Tone) => void] {
  const [tone, setTone] = useState<Tone>(toneSetting.fallback);
  useEffect(() => {
    void toneSetting.getValue().then(setTone);
    return toneSetting.watch(setTone);
  }, []);
  return [tone, (next) => void toneSetting.setValue(next)];
}
