/**
 * One file through one reader, to its last row, in a process that does nothing else: `in-process.ts <reader> <file>`. Prints what it came
 * to; memory is the most that the process ever took.
 */
import { createReadStream, openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { Reader, ReadFigures } from './parse-alone.ts';

const readers: Readonly<Record<Reader, (path: string) => Promise<number>>> = {
  liuke: readOurs,
  'Papa Parse': readPapa,
  SheetJS: readSheetJs,
};

const [reader, path] = process.argv.slice(2) as [Reader, string];
const start = performance.now();
const rows = await readers[reader](path);
const ms = performance.now() - start;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const figures: ReadFigures = { rows, ms, processorMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
console.log(JSON.stringify(figures));

async function readOurs(file: string): Promise<number> {
  const { readTables } = await import('../../../lib/files/read-table.ts');
  const blob = await openAsBlob(file);
  const source = { name: basename(file), size: blob.size, slice: blob.slice.bind(blob) };
  let read = 0;
  for await (const table of readTables(source)) for await (const portion of table.rows) read += portion.length;
  return read;
}

/** As a stream, which is how it takes a file of any size. */
async function readPapa(file: string): Promise<number> {
  const { default: papa } = await import('papaparse');
  return await new Promise((resolve, reject) => {
    let read = 0;
    papa.parse<string[]>(createReadStream(file), {
      encoding: 'utf8',
      skipEmptyLines: true,
      chunk: ({ data }) => {
        read += data.length;
      },
      complete: () => resolve(read),
      error: reject,
    });
  });
}

/** As a whole, which is the only way it has; without all that is not asked of it. */
async function readSheetJs(file: string): Promise<number> {
  const { default: xlsx } = await import('xlsx');
  const book = xlsx.readFile(file, { dense: true, cellFormula: false, cellHTML: false, cellText: false });
  return xlsx.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: true }).length;
}
