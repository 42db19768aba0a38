/**
 * The contributor's command.
 *   npm run -s liuke -- read --url <URL> <file>    reads a saved page exactly as the extension would and prints one JSON object
 *   npm run -s liuke -- read <file>                the same for a diagnostic file that the extension wrote
 *   npm run -s liuke -- import <file>              says what an export file comes to, one JSON object; writes nothing
 *   npm run -s liuke -- lint <file.jsonl>          checks texts for buyers, one line of findings per line
 *   npm run -s liuke -- score …                    fits a purchase model to a CSV file, prints the fit and writes the scores
 * Each loads what it needs and no more: the rules alone take a second.
 */
import { parseArgs } from 'node:util';
import { importUsage, lintUsage, scoreUsage } from './liuke/usage.ts';

const usage = `usage: npm run -s liuke -- read --url <URL> <file>, or ${importUsage}, or ${lintUsage}, or ${scoreUsage}`;

const [command, ...args] = process.argv.slice(2);
try {
  if (command === 'read') console.log(JSON.stringify(await read(), null, 2));
  else if (command === 'import') console.log(JSON.stringify(await importSummary(), null, 2));
  else if (command === 'lint') for (const line of await lint()) console.log(line);
  else if (command === 'score') console.log(JSON.stringify(await score(), null, 2));
  else throw new Error(`unknown command ${JSON.stringify(command ?? '')}. ${usage}`);
} catch (error) {
  console.error(`liuke: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function read() {
  const { values, positionals } = parseArgs({ args, options: { url: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(`expected one address and one file. ${usage}`);
  const { readSavedPage } = await import('./liuke/read.ts');
  return await readSavedPage(file, values.url);
}

/** One object of one table; an archive of several is a list. */
async function importSummary() {
  const file = onlyFile(importUsage);
  const { summariseExport } = await import('./liuke/import.ts');
  const summaries = await summariseExport(file);
  return summaries.length === 1 ? summaries[0] : { files: summaries };
}

async function lint() {
  const file = onlyFile(lintUsage);
  const { lintFile } = await import('./liuke/lint.ts');
  return await lintFile(file);
}

async function score() {
  const { score: scoreOf } = await import('./liuke/score.ts');
  return await scoreOf(args);
}

function onlyFile(commandUsage: string): string {
  const [file, ...others] = args;
  if (file === undefined || others.length > 0) throw new Error(`expected one file. usage: ${commandUsage}`);
  return file;
}
