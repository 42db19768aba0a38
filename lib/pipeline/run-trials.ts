/** Starting and stopping trials, and what a shop decides about its offers. */
import type { When } from '../model/command.ts';
import type { ActionSettings } from '../model/action-settings.ts';
import type { Label } from '../model/label.ts';
import type { Platform } from '../model/platform.ts';
import type { Interval, Trial } from '../model/trial.ts';
import type { LiukeDatabase } from '../store/database.ts';
import { readTrials } from '../views/actions/trials.ts';
import { append, eventTables } from './append-event.ts';
import type { ShopLinter } from './shop-linter.ts';

export type StartedTrial =
  | { eventId: string }
  /** Another one of the same playbook runs; or words that are to be said must not be. */
  | { refused: 'runsAlready' }
  | { refused: 'wording'; rules: Label[] };

/** Starts a trial; the same one twice is one. */
export async function startTrial(
  db: LiukeDatabase,
  linter: ShopLinter,
  trial: Trial,
  when: When,
): Promise<StartedTrial> {
  const rules = await blockedIn(db, linter, trial);
  if (rules.length > 0) return { refused: 'wording', rules };
  return await db.transaction('rw', eventTables(db), async () => {
    const trials = await readTrials(db, trial.shopId);
    const known = trials.find((each) => each.trial.trialId === trial.trialId);
    if (known) return { eventId: known.startEventId };
    if (trials.some((each) => each.stoppedAt === null && each.trial.playbookId === trial.playbookId))
      return { refused: 'runsAlready' };
    return { eventId: await append(db, when, (stamp) => ({ ...stamp, kind: 'trialStarted', trial })) };
  });
}

/**
 * Stops a trial for good; its result stays as it stands on that day.
 * @param stopped.difference of the rates of the second arm and the first; null while there are too few
 */
export async function stopTrial(
  db: LiukeDatabase,
  stopped: { trialId: string; difference: Interval | null },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, ...stopped, kind: 'trialStopped' }));
}

/** All of what the shop decided about its offers: the newest event holds. */
export async function recordActionSettings(
  db: LiukeDatabase,
  { shopId, settings }: { shopId: string; settings: ActionSettings },
  when: When,
): Promise<string> {
  return await append(db, when, (stamp) => ({ ...stamp, kind: 'actionSettings', shopId, settings }));
}

/** Names of the rules that forbid what an arm says. */
async function blockedIn(db: LiukeDatabase, linter: ShopLinter, { arms, shopId }: Trial): Promise<Label[]> {
  const shop = await db.shops.get(shopId);
  const platform: Platform = shop?.platform ?? 'jd';
  const findings = await Promise.all(
    arms.map(async ({ wording }) =>
      wording === null ? [] : await linter.lint({ text: wording, platform, channel: 'chat', shopId }),
    ),
  );
  const blocks = findings.flat().filter(({ severity }) => severity === 'block');
  return [...new Map(blocks.map(({ ruleId, name }) => [ruleId, name])).values()];
}
