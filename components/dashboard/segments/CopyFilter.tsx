import { t } from '../../../lib/browser/i18n.ts';
import type { PlatformExplanation } from '../../../lib/insight/segments/platform-filter.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { enterableLines, filterText } from '../../words/platform-filter.ts';

/** The filter in the platform's words onto the clipboard; nothing where nothing can be chosen there. */
export function CopyFilter({ explanation }: { explanation: PlatformExplanation }) {
  if (enterableLines(explanation).length === 0) return null;
  return (
    <CopyButton look="plain" text={filterText(explanation)}>
      {t('today_copyFilter')}
    </CopyButton>
  );
}
