import { useEffect, useState } from 'react';

const QUICK_MS = 100;

/**
 * The value, and while the next one is on its way, for a moment the one before: what comes quickly takes the place of the old
 * without anything vanishing in between. For what is only looked at; commands take the value itself.
 */
export function useBridged<Value>(value: Value | undefined): Value | undefined {
  const [kept, setKept] = useState(value);
  if (value !== undefined && value !== kept) setKept(value);
  const isWaiting = value === undefined;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setKept(undefined), QUICK_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return value ?? kept;
}
