/**
 * Importing large files in a real Chromium: `npm run bench:import [rows of the csv] [rows of the xlsx] [-- --parse-alone]`, 1,000,000 and
 * 300,000 when left out. First the reading alone, in Node, beside Papa Parse and SheetJS, and with `--parse-alone` nothing more. Then the
 * import: its rate stands against putting the same records bare, in the same run; memory is that of the browser's processes. The
 * extension must be built for it (`npm run build`).
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchWithExtension } from '../browser/chromium.ts';
import { benchFile, type FileFigures } from './import/bench-file.ts';
import { writeCsvExport, writeXlsxExport } from './import/export-of.ts';
import { memoryText } from './import/memory.ts';
import { printParseAlone } from './import/parse-alone.ts';

const extensionDir = join(import.meta.dirname, '../../.output/chrome-mv3');
const isParseAlone = process.argv.includes('--parse-alone');
if (!isParseAlone && !existsSync(join(extensionDir, 'manifest.json')))
  throw new Error('expected a built extension: npm run build');
const [csvRows = 1_000_000, xlsxRows = 300_000] = process.argv
  .slice(2)
  .flatMap((word) => (/^\d+$/.test(word) ? +word : []));
const rows = { csv: csvRows, xlsx: xlsxRows };
const folder = mkdtempSync(join(tmpdir(), 'liuke-import-'));
console.log(`${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`);
try {
  for (const [format, write] of [
    ['csv', writeCsvExport],
    ['xlsx', writeXlsxExport],
  ] as const) {
    if (rows[format] === 0) continue;
    const path = join(folder, `orders.${format}`);
    await write(path, rows[format]);
    printParseAlone(format, path, rows[format] + 1);
    if (isParseAlone) continue;
    const browser = await launchWithExtension({ extensionDir, headless: true });
    try {
      const figures = await benchFile(browser, path);
      print(format, statSync(path).size, figures);
    } finally {
      await browser.close();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(format: keyof typeof rows, bytes: number, figures: FileFigures): void {
  const { examineMs, importMs, records, puts, startMb, peaksMb, longestTaskMs } = figures;
  const imported = records.orders + records.customers;
  const perSecond = (count: number, ms: number) => Math.round((count * 1000) / ms).toLocaleString('en');
  console.log(
    `\n${format}: ${rows[format].toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB; load ${loadavg()[0]!.toFixed(1)}`,
  );
  console.log(`  looked through   ${(examineMs / 1000).toFixed(1)} s, ${perSecond(rows[format], examineMs)} rows/s`);
  console.log(`  imported         ${(importMs / 1000).toFixed(1)} s, ${perSecond(rows[format], importMs)} rows/s`);
  console.log(`  records          ${records.orders} orders, ${records.customers} customers`);
  console.log(`  rate             ${perSecond(imported, importMs)} records/s`);
  console.log(`  bare puts        ${perSecond(puts.records, puts.ms)} records/s`);
  console.log(`  rate / bare puts ${(imported / importMs / (puts.records / puts.ms)).toFixed(2)}`);
  console.log(`  memory, MB of its own (resident)`);
  console.log(`    at first       ${memoryText(startMb)}`);
  console.log(`    peak, examined ${memoryText(peaksMb.examined)}`);
  console.log(`    peak, imported ${memoryText(peaksMb.imported)}`);
  console.log(`  longest task of the dashboard ${longestTaskMs.toFixed(0)} ms`);
}
