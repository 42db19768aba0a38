import { useEffect, useState } from 'react';
import { readBackupPlan, type BackupPlan } from '../../lib/browser/backup-plan.ts';
import { lastBackupSetting } from '../../lib/browser/settings.ts';

export interface PlanState {
  /** Null for none; undefined while it is asked for. */
  plan: BackupPlan | null | undefined;
  /** The browser lets us write into the folder without asking. */
  isAllowed: boolean;
  /** Looks again, after something was changed. */
  refresh: () => void;
}

export function useBackupPlan(): PlanState {
  const [state, setState] = useState<Pick<PlanState, 'plan' | 'isAllowed'>>({ plan: undefined, isAllowed: false });
  const refresh = () => void planNow().then(setState);
  useEffect(() => {
    void planNow().then(setState);
    return lastBackupSetting.watch(() => void planNow().then(setState));
  }, []);
  return { ...state, refresh };
}

async function planNow(): Promise<Pick<PlanState, 'plan' | 'isAllowed'>> {
  const plan = await readBackupPlan();
  return { plan, isAllowed: (await plan?.folder.queryPermission({ mode: 'readwrite' })) === 'granted' };
}
