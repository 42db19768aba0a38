/** A segment, copied in the words of the platform's own filters. */
import { t } from '../../lib/browser/i18n.ts';
import { explainOnPlatform } from '../../lib/insight/segments/platform-filter.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { platformFilters } from '../../lib/rules/segments.ts';
import { readLine, segmentLanguage } from '../../lib/views/segments/segment-language.ts';
import { enterableLines, filterText } from '../words/platform-filter.ts';

const platforms = ['jd', 'taobao'] as const satisfies readonly Platform[];

/**
 * @param platform null for both, one below the other
 * @returns what is to be said of it; null for a line that is no segment
 */
export async function copyFilter(query: string, platform: Platform | null): Promise<string | null> {
  const { segment } = readLine(query);
  if (!segment) return null;
  const explained = (platform ? [platform] : platforms)
    .map((each) => ({
      of: each,
      explanation: explainOnPlatform(segment, each, segmentLanguage.vocabulary, platformFilters),
    }))
    .filter(({ explanation }) => enterableLines(explanation).length > 0);
  if (explained.length === 0) return t('today_filterNone');
  try {
    await navigator.clipboard.writeText(
      explained.map(({ of, explanation }) => filterText(of, explanation)).join('\n\n'),
    );
  } catch {
    return t('notCopied');
  }
  return explained.every(({ explanation }) => explanation.isWhole)
    ? t('popup_copied')
    : `${t('popup_copied')} · ${t('today_filterPart')}`;
}
