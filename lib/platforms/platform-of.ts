/** Whose console a host is. */
import type { Platform } from '../model/platform.ts';

const platformHosts: readonly [RegExp, Platform][] = [
  [/(^|\.)(jd|360buy)\.(com|hk)$/, 'jd'],
  [/(^|\.)(taobao|tmall)\.(com|hk)$/, 'taobao'],
];

/** The platform a host belongs to, or null. */
export function platformOf(url: URL): Platform | null {
  return platformHosts.find(([host]) => host.test(url.hostname))?.[1] ?? null;
}
