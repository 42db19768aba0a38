import { t } from '../../../lib/browser/i18n.ts';
import type { PlatformExplanation } from '../../../lib/insight/segments/platform-filter.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { enterableLines, filterText } from '../../words/platform-filter.ts';

/** The filter in the platform's words onto the clipboard; nothing where nothing can be chosen there. */
export function CopyFilter({ platform, explanation }: { platform: Platform; explanation: PlatformExplanation }) {
  if (enterableLines(explanation).length === 0) return null;
  return (
    <CopyButton look="plain" text={filterText(platform, explanation)}>
      {t('today_copyFilter')}
    </CopyButton>
  );
}
