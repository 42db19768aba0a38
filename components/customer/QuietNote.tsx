import { t } from '../../lib/browser/i18n.ts';
import type { QuietChange } from '../hooks/useDoNotDisturb.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

interface Props {
  /** The customer asked for quiet. */
  isOn: boolean;
  change: QuietChange;
  onUndo: (eventId: string) => void;
}

/** Says that the customer is to be left in peace, and what was just changed about it, with the way back. */
export function QuietNote({ isOn, change, onUndo }: Props) {
  if (change === 'failed') {
    return (
      <Note tone="risk" isLive>
        {t('quiet_failed')}
      </Note>
    );
  }
  // The store is a moment behind; until then the change speaks of what is not yet so.
  if (change?.isOn === isOn) {
    return (
      <Note tone={isOn ? 'watch' : 'plain'} isLive>
        {t(isOn ? 'quiet_setOn' : 'quiet_setOff')}
        <Button look="plain" onClick={() => onUndo(change.eventId)}>
          {t('undo')}
        </Button>
      </Note>
    );
  }
  return isOn && <Note tone="watch">{t('quiet_is')}</Note>;
}
