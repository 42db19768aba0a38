import { useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import type { PlatformExplanation } from '../../../lib/insight/segments/platform-filter.ts';
import { Button } from '../../ui/Button.tsx';
import { enterableLines, filterText } from '../../words/platform-filter.ts';

/** The filter in the platform's words onto the clipboard; nothing where nothing can be chosen there. */
export function CopyFilter({ explanation }: { explanation: PlatformExplanation }) {
  const [copied, setCopied] = useState<string | null>(null);
  const text = filterText(explanation);
  if (enterableLines(explanation).length === 0) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(t('today_copied'));
    } catch {
      setCopied(t('today_notCopied'));
    }
  };
  return (
    <span>
      <Button look="plain" onClick={() => void copy()}>
        {t('today_copyFilter')}
      </Button>{' '}
      <output key={text}>{copied}</output>
    </span>
  );
}
