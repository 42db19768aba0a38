import { useState } from 'react';
import { toBackground } from '../../lib/browser/send.ts';

/** What came of the last change made here; null before any. */
export type QuietChange = { isOn: boolean; eventId: string } | 'failed' | null;

/** Sets whether a customer is to be left in peace, and takes the last setting back. */
export function useDoNotDisturb(customerId: string) {
  const [change, setChange] = useState<QuietChange>(null);
  const set = async (isOn: boolean) => {
    try {
      setChange({ isOn, ...(await toBackground.setDoNotDisturb({ customerId, isOn })) });
    } catch {
      setChange('failed');
    }
  };
  const undo = async (eventId: string) => {
    try {
      await toBackground.undoEvent({ eventId });
      setChange(null);
    } catch {
      setChange('failed');
    }
  };
  return { change, set, undo };
}
