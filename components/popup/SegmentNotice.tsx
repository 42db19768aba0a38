import { t } from '../../lib/browser/i18n.ts';
import type { SegmentChange } from '../hooks/useSavedSegments.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

const said = { save: 'segment_didSave', change: 'segment_didChange', remove: 'segment_didRemove' } as const;

/** What was just saved or removed, and the way back. */
export function SegmentNotice({ change, onUndo }: { change: SegmentChange; onUndo: (eventId: string) => void }) {
  if (change.did === 'fail') {
    return (
      <Note tone="risk" isLive>
        {t('segment_saveFailed')}
      </Note>
    );
  }
  return (
    <Note tone="plain" isLive>
      {t(said[change.did], change.label)}
      <Button look="plain" onClick={() => onUndo(change.eventId)}>
        {t('undo')}
      </Button>
    </Note>
  );
}
