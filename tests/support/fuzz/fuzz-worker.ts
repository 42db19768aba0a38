/** A share of the fuzzed pages, read on a thread of its own. What breaks a promise is told with its number. */
import { parentPort, workerData } from 'node:worker_threads';
import { readPage } from '../../../lib/platforms/registry.ts';
import { orderProblem } from '../../../lib/platforms/reading/order-problem.ts';
import { documentOf } from '../load-fixture.ts';
import { fuzzedPage } from './fuzzed-page.ts';

export interface FuzzResult {
  pages: number;
  orders: number;
  rejects: number;
  /** "page 17 (bytes of jd/…): …" */
  failures: string[];
  /** Pages that the tests' DOM could not build. */
  unbuilt: number;
  slowestMs: number;
}

const { from, to } = workerData as { from: number; to: number };
const HANG_MS = 200;
const UNTOUCHED_EVERY = 25;

const result: FuzzResult = { pages: 0, orders: 0, rejects: 0, failures: [], unbuilt: 0, slowestMs: 0 };
for (let number = from; number < to; number += 1) check(number);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
parentPort!.postMessage(result);

function check(number: number): void {
  const { url, document, how } = parsedPage(number);
  const fail = (what: string) => result.failures.push(`page ${number} (${how}): ${what}`);
  const before = number % UNTOUCHED_EVERY === 0 ? writtenOut(document) : null;
  try {
    const [batch, firstMs] = timed(() => readPage(document, new URL(url)).batch);
    // The collector may have come by: what hangs does so twice.
    const tookMs = firstMs > HANG_MS ? timed(() => readPage(document, new URL(url)))[1] : firstMs;
    result.pages += 1;
    result.orders += batch.orders.length;
    result.rejects += batch.rejects.length;
    result.slowestMs = Math.max(result.slowestMs, tookMs);
    if (tookMs > HANG_MS) fail(`took ${tookMs.toFixed(0)} ms`);
    for (const problem of problemsOf(batch)) fail(problem);
  } catch (error) {
    fail(String((error as Error).stack));
  }
  if (before !== null && writtenOut(document) !== before) fail('the page was changed');
  if ('wasRun' in globalThis) fail('markup was run');
}

/** Null where the tests' own DOM cannot write what it built. */
function writtenOut(document: Document): string | null {
  try {
    return document.documentElement.outerHTML;
  } catch {
    return null;
  }
}

/** The tests' own DOM cannot build every page; where it fails another page stands in, by a number further on. */
function parsedPage(number: number): { url: string; document: Document; how: string } {
  const { url, html, how } = fuzzedPage(number);
  try {
    return { url, document: documentOf(html), how };
  } catch {
    result.unbuilt += 1;
    return parsedPage(number + 1_000_003);
  }
}

/** Time of this thread alone: the machine may be busy. */
/** With the time on the processor, ms. */
function timed<Result>(work: () => Result): [result: Result, tookMs: number] {
  const startUs = cpuUs();
  const made = work();
  return [made, (cpuUs() - startUs) / 1000];
}

function cpuUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

function problemsOf({ orders, rejects, health, page, chat }: ReturnType<typeof readPage>['batch']): string[] {
  const problems = orders.map(orderProblem).filter((problem) => problem !== null);
  if (['order-list', 'order-detail'].includes(page) && orders.length !== health.read)
    problems.push('orders not counted');
  // Copies of one order that cannot be read are one loss each.
  if (health.rows - health.read > rejects.length)
    problems.push(`${health.rows - health.read} lost, ${rejects.length} told`);
  if (rejects.some(({ what }) => what.length > 120)) problems.push('a reject that tells a text of the page');
  if (chat && (chat.messages.length > 30 || chat.messages.some(({ text }) => text.length > 2000)))
    problems.push('a chat beyond its limits');
  return problems;
}
