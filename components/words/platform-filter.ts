/** A segment in the words of a platform's own filters, to be entered there by hand. */
import { labelText } from '../../lib/browser/i18n.ts';
import type { PlatformExplanation } from '../../lib/insight/segments/platform-filter.ts';
import { metricText, signs } from '../dashboard/numbers.ts';

type Enterable = Extract<PlatformExplanation['lines'][number], { canEnter: true }>;

/** The lines that can be entered there; none where the platform has no filter for any of it. */
export function enterableLines({ lines }: PlatformExplanation): string[] {
  return lines.filter((line): line is Enterable => line.canEnter).map(lineText);
}

/** What is copied: where the filter is, then each line. */
export function filterText(explanation: PlatformExplanation): string {
  return [labelText(explanation.place.path), ...enterableLines(explanation)].join('\n');
}

function lineText({ filter, is, metric, value }: Enterable): string {
  return `${labelText(filter)} ${signs[is]} ${metricText(metric, value)}`;
}
