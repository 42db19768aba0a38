/** The fake browser as it came: what one test put in place of its parts is not there for the next. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Parts = Record<string, unknown>;

const browser = fakeBrowser as unknown as Parts;
const isParts = (part: unknown): part is Parts => typeof part === 'object' && part !== null;
const parts = { ...browser };
const partsOf = new Map(
  Object.values(parts)
    .filter(isParts)
    .map((part) => [part, { ...part }]),
);

/** Parts that were put in are gone, those that were replaced are back, and nothing is stored or listened to. */
export function resetBrowser(): void {
  putBack(browser, parts);
  for (const [part, its] of partsOf) putBack(part, its);
  fakeBrowser.reset();
}

function putBack(target: Parts, own: Parts): void {
  for (const name of Object.keys(target)) if (!(name in own)) delete target[name];
  Object.assign(target, own);
}
