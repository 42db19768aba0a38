/** Looking at the clocks: when one has something to say, and whenever something happened that may have changed them. */
import { lookedAt, onClockAlarm, setClockAlarm } from '../../lib/browser/clock-alarm.ts';
import { customersInSight, setCountBadge } from '../../lib/browser/page-states.ts';
import type { PageState } from '../../lib/model/page-state.ts';
import { noteInSight } from '../../lib/pipeline/note-waiting.ts';
import type { LiukeDatabase } from '../../lib/store/database.ts';
import { ranOutBetween, watchOf } from '../../lib/views/service/clock-watch.ts';
import { readServiceDesk } from '../../lib/views/service/service-desk.ts';

/** An alarm that comes later than this came after a sleep. */
const ON_TIME_MS = 120_000;

export interface Clocks {
  /** Something happened; they are looked at soon, once for all that happens meanwhile. */
  look(): void;
  /** What ran out while the browser was closed was read. */
  seeMissed(): Promise<void>;
}

export function keepClocks(db: LiukeDatabase): Clocks {
  let turn: Promise<void> = Promise.resolve();
  let isWanted = false;
  const inTurn = async (step: () => Promise<void>) => {
    const done = turn.then(step);
    turn = done.catch(() => {});
    await done;
  };
  const clocks: Clocks = {
    look() {
      if (isWanted) return;
      isWanted = true;
      void inTurn(async () => {
        isWanted = false;
        await lookAt(db, Date.now());
      });
    },
    seeMissed: () => inTurn(async () => await lookedAt.setValue({ ...(await lookedAt.getValue()), asleep: null })),
  };
  onClockAlarm(() => clocks.look());
  clocks.look();
  return clocks;
}

async function lookAt(db: LiukeDatabase, now: number): Promise<void> {
  await noteInSight(db, await customersInSight(), now);
  const desk = await readServiceDesk(db, now);
  const { pressing, nextAt } = watchOf(desk, now);
  const { at, asleep } = await lookedAt.getValue();
  const ranOut = at === null ? 0 : ranOutBetween(desk, at, now - ON_TIME_MS);
  await lookedAt.setValue({ at: now, asleep: ranOut > 0 ? { from: asleep?.from ?? at!, to: now } : asleep });
  await setCountBadge(pressing);
  await setClockAlarm(nextAt);
}

/**
 * A tab shows another conversation, or none: until then the one before was in sight.
 * @param leftAt epoch ms
 */
export async function leaveSight(
  db: LiukeDatabase,
  before: PageState | null,
  leftAt: number,
  customerId: string | null = null,
): Promise<void> {
  const chat = before?.chat;
  if (chat?.settled && chat.customerId !== customerId) await noteInSight(db, [chat.customerId], leftAt);
}
