import { t } from '../../lib/browser/i18n.ts';
import type { AuditEntry } from '../../lib/model/audit.ts';
import { formatMinute } from '../../lib/model/shanghai-time.ts';
import { saveFile } from '../dashboard/save-file.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { auditText, countsText } from '../words/audit.ts';

interface Props {
  entry: AuditEntry;
  /** It stands where the button was that did it, and takes its focus. */
  takesFocus?: boolean;
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

/** What was deleted, when and how much of it: nothing in it says of whom. */
export function Receipt({ entry, takesFocus = false }: Props) {
  const text = [t('receiptTitle'), auditText(entry), formatMinute(entry.at), countsText(entry.counts), entry.id];
  return (
    <Note tone="good" isLive>
      {t('receiptSays', auditText(entry), formatMinute(entry.at), countsText(entry.counts) || t('none'))}
      <Button
        ref={takesFocus ? focusOnce : null}
        look="plain"
        onClick={() => saveFile(`liuke-receipt-${entry.id}.txt`, `${text.join('\n')}\n`)}
      >
        {t('receiptSave')}
      </Button>
    </Note>
  );
}
