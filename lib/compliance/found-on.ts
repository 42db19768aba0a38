/** What is found in one text for several platforms. */
import type { Platform } from '../model/platform.ts';
import type { Finding } from './lint.ts';

export interface FoundOn extends Finding {
  /** Null where it is found on every platform that was asked. */
  onlyOn: Platform | null;
}

/** The same place, found by the same rule on every platform, is one finding. By position. */
export function foundOn(asked: readonly { platform: Platform; findings: readonly Finding[] }[]): FoundOn[] {
  const all = asked.flatMap(({ platform, findings }) => findings.map((finding) => ({ ...finding, onlyOn: platform })));
  const same = Map.groupBy(all, ({ ruleId, severity, start, end }) => [ruleId, severity, start, end].join(' '));
  return [...same.values()]
    .map((found) => ({ ...found[0]!, onlyOn: asked.length > 1 && found.length === 1 ? found[0]!.onlyOn : null }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.ruleId.localeCompare(b.ruleId));
}
