import { useEffect, useState } from 'react';

const REST_MS = 400;

/** The value once it has stood for a moment, null before: nobody waits for what is asked with it. */
export function useRested(value: string | null): string | null {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested === value ? value : null;
}
