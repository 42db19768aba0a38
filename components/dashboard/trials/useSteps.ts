import { useEffect, useState } from 'react';
import type { Steps } from '../../../lib/insight/steps.ts';

/** Work at a time, so that the page stays usable. */
const SLICE_MS = 12;

/**
 * Long work done beside everything else; null while it is under way. It begins anew when `of` changes, and is dropped when it is
 * no longer asked for.
 * @param of what it is worked out from, by identity
 */
export function useSteps<Result>(of: readonly unknown[], begin: () => Steps<Result>): Result | null {
  const [done, setDone] = useState<{ of: readonly unknown[]; result: Result } | null>(null);
  useEffect(() => {
    const steps = begin();
    let timer = 0;
    const go = () => {
      const until = performance.now() + SLICE_MS;
      do {
        const step = steps.next();
        if (step.done) {
          setDone({ of, result: step.value });
          return;
        }
      } while (performance.now() < until);
      timer = window.setTimeout(go, 0);
    };
    timer = window.setTimeout(go, 0);
    return () => window.clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- what it is worked out from is said by the caller
  }, of);
  return done && done.of.length === of.length && done.of.every((part, at) => part === of[at]) ? done.result : null;
}
