/** How much of a page's main thread our code takes, by the profiler and the tracing of the browser. */
import type { Browser, Page } from 'playwright-core';

/** Changes the page `perSecond` times a second for `seconds`: a text in a row, and a row that comes and goes. */
export async function stir(page: Page, seconds: number, perSecond = 100): Promise<void> {
  await page.evaluate(
    async ([forMs, everyMs]) => {
      const leaves = [...document.querySelectorAll('body *')].filter(
        (element) => element.children.length === 0 && (element.textContent ?? '').trim() !== '',
      );
      const start = performance.now();
      for (let tick = 0; performance.now() - start < forMs; tick += 1) {
        const leaf = leaves[(tick * 31) % leaves.length]!;
        if (tick % 2) leaf.setAttribute('title', String(tick));
        else leaf.append(document.createTextNode(''));
        const due = start + (tick + 1) * everyMs;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      }
    },
    [seconds * 1000, 1000 / perSecond] as const,
  );
}

/** The share of the wall clock that code of the extension ran in this page while `run` did, 0 to 1. */
export async function shareOfExtension(page: Page, run: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 250 });
  await session.send('Profiler.start');
  await run();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const ours = new Set<number>();
  const parents = new Map(profile.nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])));
  for (const { id, callFrame } of profile.nodes) if (callFrame.url.startsWith('chrome-extension://')) ours.add(id);
  const isOurs = (node: number | undefined): boolean =>
    node !== undefined && (ours.has(node) || isOurs(parents.get(node)));
  const deltas = profile.timeDeltas ?? [];
  const oursUs = (profile.samples ?? []).reduce((sum, node, index) => sum + (isOurs(node) ? deltas[index]! : 0), 0);
  return oursUs / (profile.endTime - profile.startTime);
}

/** How long each task that a timer began ran on the processor while `run` did, ms: what else the machine does is not counted. */
export async function tasksOfTimers<Result>(
  browser: Browser,
  run: () => Promise<Result>,
): Promise<{ tasks: number[]; result: Result }> {
  const session = await browser.newBrowserCDPSession();
  const tasks: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, tdur } of value as { name?: string; tdur?: number }[])
      if (name === 'TimerFire' && tdur !== undefined) tasks.push(tdur / 1000);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  const result = await run();
  const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return { tasks, result };
}
