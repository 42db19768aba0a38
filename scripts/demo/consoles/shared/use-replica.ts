import { useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import type { Replica } from '../replica-handles.ts';

/** Sets `window.__replica` anew at every paint. Its commands have been painted when they return: `ready()` can be believed at once. */
export function useReplica(replica: Replica): void {
  useLayoutEffect(() => {
    const members = Object.entries(replica).map(([name, member]: [string, unknown]) => [
      name,
      typeof member === 'function' ? painted(member) : member,
    ]);
    Object.assign(window, { __replica: Object.fromEntries(members) });
  });
}

function painted(command: Function) {
  return (...args: unknown[]): unknown => flushSync((): unknown => Reflect.apply(command, undefined, args));
}
