/** A segment in the words of a platform's own filters, to be entered there by hand. */
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { PlatformExplanation } from '../../lib/insight/segments/platform-filter.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { signs } from '../dashboard/numbers.ts';

type Enterable = Extract<PlatformExplanation['lines'][number], { canEnter: true }>;

/** The lines that can be entered there; none where the platform has no filter for any of it. */
export function enterableLines({ lines }: PlatformExplanation): string[] {
  return lines.filter((line): line is Enterable => line.canEnter).map(lineText);
}

/** What is copied: of which platform and where the filter is, then each line. */
export function filterText(platform: Platform, explanation: PlatformExplanation): string {
  const where = t('filter_at', t(`platform_${platform}`), labelText(explanation.place.path));
  return [where, ...enterableLines(explanation)].join('\n');
}

/** In the words of the console, which is Chinese whatever one reads here. */
function lineText({ filter, is, valueText }: Enterable): string {
  return `${filter.zh} ${signs[is]} ${valueText.slice(is.length).trim()}`;
}
