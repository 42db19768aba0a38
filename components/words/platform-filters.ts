/** What can be chosen in the platform's own tool, in its words. */
import { labelText } from '../../lib/browser/i18n.ts';
import type { PlatformExplanation } from '../../lib/insight/segments/platform-filter.ts';
import { metricText, signs } from '../dashboard/numbers.ts';

export function enterable({ lines }: PlatformExplanation) {
  return lines.filter((line) => line.canEnter);
}

/** One choice: "消费频次 ≥ 2 次". */
export function filterLineText({ filter, is, metric, value }: ReturnType<typeof enterable>[number]): string {
  return `${labelText(filter)} ${signs[is]} ${metricText(metric, value)}`;
}

/** Where it is on the platform, and every choice, a line each: to be copied and read beside the tool. */
export function filterText(explanation: PlatformExplanation): string {
  return [labelText(explanation.place.path), ...enterable(explanation).map(filterLineText)].join('\n');
}
