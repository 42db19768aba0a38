/** One file through the dashboard of a browser that has nothing yet, and the records it made put bare afterwards. */
import type { ExtensionBrowser } from '../../browser/chromium.ts';
import { wordOf } from '../../browser/panel-window.ts';
import { longestTask, watchTasks } from '../longest-task.ts';
import { settled } from '../settled.ts';
import { barePuts } from './bare-puts.ts';
import { memoryNow, watchMemory, type MemoryByKind } from './memory.ts';

export interface FileFigures {
  examineMs: number;
  importMs: number;
  records: { orders: number; customers: number };
  /** Bare puts. */
  puts: { records: number; ms: number };
  /** Before anything was chosen. */
  startMb: MemoryByKind;
  /** By the kind of process, while the file is looked through and while it is imported. */
  peaksMb: { examined: MemoryByKind; imported: MemoryByKind };
  longestTaskMs: number;
}

const LONG_MS = 30 * 60_000;

export async function benchFile({ context, extensionId }: ExtensionBrowser, path: string): Promise<FileFigures> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/dashboard.html#data`);
  await watchTasks(page);
  const startMb = memoryNow();
  const whileExamined = watchMemory();
  const start = page.getByRole('button', { name: await wordOf(page, 'importStart') });
  const examineMs = await timed(async () => {
    await page.locator('input[type=file][multiple]').setInputFiles(path);
    await start.waitFor({ timeout: LONG_MS });
  });
  const examined = whileExamined.stop();
  await page.getByLabel(await wordOf(page, 'importShopName')).fill('bench');
  const whileImported = watchMemory();
  const importMs = await timed(async () => {
    await start.click();
    const undo = page.getByRole('button', { name: await wordOf(page, 'importDismiss') });
    await undo.waitFor({ timeout: LONG_MS });
  });
  const peaksMb = { examined, imported: whileImported.stop() };
  const longestTaskMs = await longestTask(page);
  // Bare puts shall not stand beside what is worked out from the import.
  await settled(page);
  const { putMs, putRecords, ...records } = await page.evaluate(barePuts);
  const puts = { records: putRecords, ms: putMs };
  return { examineMs, importMs, records, puts, startMb, peaksMb, longestTaskMs };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
