/**
 * A table of a file into the store: portion by portion to the writer, some on the way at a time, so that one is looked through while the
 * other is written. The writer may be stopped by the browser at any moment; a portion that was not answered is sent again.
 */
import { toBackground } from '../../../lib/browser/send.ts';
import type { ImportPortion } from '../../../lib/files/import-table.ts';
import type { ImportStart } from '../../../lib/model/import-schema.ts';
import type { ImportProgress } from '../../../lib/model/imported.ts';
import { isStorageFull } from '../../../lib/store/store-trouble.ts';
import type { Reader, TableOfFile } from './reader.ts';

const ON_THE_WAY = 3;
const TRIES = 40;
const AGAIN_AFTER_MS = 150;

/** Room on a full disk comes when a person makes it. */
const ROOM_AFTER_MS = 3000;

/** What a person may say while it runs. */
export interface Control {
  /** Resolves at once, or when a pause is over. */
  ready(): Promise<void>;
  isStopped(): boolean;
}

/** Told after every portion, and when the disk is full or has room again. */
export type OnProgress = (progress: ImportProgress, isFull: boolean) => void;

/** @returns how far it came: to the end, unless it was stopped */
export async function sendTable(
  reader: Reader,
  of: TableOfFile,
  start: ImportStart,
  control: Control,
  onProgress: OnProgress,
): Promise<ImportProgress> {
  let progress = await stubborn(async () => await toBackground.beginImport(start));
  onProgress(progress, false);
  const onTheWay: Promise<void>[] = [];
  let isFull = false;
  const send = async (portion: ImportPortion & { number: number }) => {
    const { importId } = progress;
    const message = messageOf(importId, portion);
    const ask = async () => await stubborn(async () => await toBackground.importPortion(message));
    let reached: ImportProgress | null = null;
    while (reached === null && !control.isStopped())
      reached = await ask().catch(async (error: unknown) => {
        // Those behind the one that found the disk full come too early.
        isFull = isFull || isStorageFull(error);
        if (!isFull) throw error;
        onProgress(progress, true);
        await after(ROOM_AFTER_MS);
        return null;
      });
    if (reached === null) return;
    isFull = false;
    if (reached.portions >= progress.portions) progress = reached;
    onProgress(progress, false);
  };
  for await (const portion of reader.portions(of, progress.portions)) {
    await control.ready();
    if (control.isStopped()) break;
    onTheWay.push(send(portion));
    if (onTheWay.length >= ON_THE_WAY) await onTheWay.shift();
  }
  await Promise.all(onTheWay);
  return progress;
}

function messageOf(
  importId: string,
  { number, rows, orders, lines, afterSales, rejects }: ImportPortion & { number: number },
) {
  return { importId, number, rows, orders, lines, afterSales, rejects };
}

/** A stopped worker leaves a message without an answer, or with one that its connection is gone. */
const UNANSWERED = /connection|channel|port closed|DatabaseClosed|expected portion \d+/i;

/** Asks until there is an answer. @throws Error that another try would not change */
export async function stubborn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = (await ask()) as Answer | undefined;
      if (answer !== undefined) return answer;
      throw new Error('no answer: the message port closed');
    } catch (error) {
      if (tries >= TRIES || !UNANSWERED.test((error as Error).message)) throw error;
      await after(AGAIN_AFTER_MS);
    }
  }
}

async function after(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
