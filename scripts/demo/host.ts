/** Stands in for the hosts of JD and Taobao within a browser: every request is answered here or refused. */
import type { BrowserContext, Route } from 'playwright-core';
import { pageFor, type Shops } from './answers/page-for.ts';
import type { ConsoleBundles } from './build-consoles.ts';

export interface HostOptions extends Shops {
  /** What the consoles run. */
  bundles: ConsoleBundles;
}

export interface RequestLog {
  /** Addresses answered, in order. */
  requests: string[];
  /** Addresses of any other host, aborted. */
  refused: string[];
}

/** From now on every http(s) request of the context is answered by a replica console or aborted, and recorded. */
export async function answerConsoles(
  context: BrowserContext,
  { jd, taobao, bundles }: HostOptions,
): Promise<RequestLog> {
  const log: RequestLog = { requests: [], refused: [] };
  await context.route(/^https?:/, async (route) => {
    const request = route.request();
    const answer = pageFor(new URL(request.url()), { jd, taobao }, bundles, request.postData() ?? '');
    (answer ? log.requests : log.refused).push(request.url());
    await (answer
      ? route.fulfill({ status: 200, ...answer, body: Buffer.from(answer.body), headers: corsHeaders(route) })
      : route.abort('blockedbyclient'));
  });
  return log;
}

/** The consoles call other hosts of their platform with the session's cookies. */
function corsHeaders(route: Route): Record<string, string> {
  const { origin } = route.request().headers();
  return origin ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' } : {};
}
