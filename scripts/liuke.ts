/**
 * The contributor's command.
 *   npm run -s liuke -- read --url <URL> <file>    reads a saved page exactly as the extension would and prints one JSON object
 */
import { parseArgs } from 'node:util';
import { readSavedPage } from './liuke/read.ts';

const usage = 'usage: npm run -s liuke -- read --url <URL> <file>';

const [command, ...args] = process.argv.slice(2);
try {
  if (command !== 'read') throw new Error(`unknown command ${JSON.stringify(command ?? '')}. ${usage}`);
  const { values, positionals } = parseArgs({ args, options: { url: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (!values.url || !file || positionals.length > 1) throw new Error(`expected one address and one file. ${usage}`);
  console.log(JSON.stringify(await readSavedPage(file, values.url), null, 2));
} catch (error) {
  console.error(`liuke: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
