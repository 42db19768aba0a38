/**
 * The contributor's command.
 *   npm run -s liuke -- read --url <URL> <file>    reads a saved page exactly as the extension would and prints one JSON object
 */
import { readSavedPage } from './liuke/read.ts';

const usage = 'usage: npm run -s liuke -- read --url <URL> <file>';

const [command, ...args] = process.argv.slice(2);
try {
  if (command !== 'read') throw new Error(`unknown command ${JSON.stringify(command ?? '')}. ${usage}`);
  const urlAt = args.indexOf('--url');
  const url = urlAt >= 0 ? args[urlAt + 1] : undefined;
  const file = args.find((_, index) => urlAt < 0 || (index !== urlAt && index !== urlAt + 1));
  if (!url || !file) throw new Error(`expected an address and a file. ${usage}`);
  console.log(JSON.stringify(await readSavedPage(file, url), null, 2));
} catch (error) {
  console.error(`liuke: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
