import { useReplica } from '../shared/use-replica.ts';
import type { TaobaoConsoleReplica } from '../replica-handles.ts';

export type Navigate = TaobaoConsoleReplica['navigate'];

/** The handle of a page of the console without orders. */
export function usePlainReplica(navigate: Navigate, ready: () => boolean): void {
  useReplica({
    page: 'taobao-console',
    ready,
    setStatus() {},
    goto() {},
    setPageSize() {},
    selectTab() {},
    orderIds: () => [],
    navigate,
    punish() {},
  });
}
