/** The trials of a shop: started and stopped by people, folded from the log. */
import type { Interval, Trial } from '../../model/trial.ts';
import type { EventRecord, LiukeDatabase } from '../../store/database.ts';
import { readStanding } from '../standing-events.ts';

export interface KeptTrial {
  trial: Trial;
  /** Epoch ms. */
  startedAt: number;
  startEventId: string;
  /** Epoch ms; null while it runs. */
  stoppedAt: number | null;
  /** Of the rates of its arms on the day it was stopped; null while it runs, and where too few had taken part. */
  difference: Interval | null;
}

/** @returns those that were not taken back, the newest first */
export async function readTrials(db: LiukeDatabase, shopId: string): Promise<KeptTrial[]> {
  return trialsIn(await readTrialEvents(db)).filter(({ trial }) => trial.shopId === shopId);
}

/** Of a shop, those that nobody stopped. */
export async function readRunningTrials(db: LiukeDatabase, shopId: string): Promise<Trial[]> {
  return (await readTrials(db, shopId)).flatMap(({ trial, stoppedAt }) => (stoppedAt === null ? [trial] : []));
}

async function readTrialEvents(db: LiukeDatabase): Promise<EventRecord[]> {
  return await readStanding(db, 'trialStarted', 'trialStopped');
}

function trialsIn(events: readonly EventRecord[]): KeptTrial[] {
  const trials = new Map<string, KeptTrial>();
  for (const event of events) {
    if (event.kind === 'trialStarted') {
      const { trial, at, id } = event;
      trials.set(trial.trialId, { trial, startedAt: at, startEventId: id, stoppedAt: null, difference: null });
    }
    if (event.kind !== 'trialStopped') continue;
    const stopped = trials.get(event.trialId);
    if (stopped?.stoppedAt === null)
      Object.assign(stopped, { stoppedAt: event.at, difference: event.difference ?? null });
  }
  return [...trials.values()].toReversed();
}
