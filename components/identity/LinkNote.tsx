import { useEffect, useRef } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { LinkDecisions } from '../hooks/useLinkDecision.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

/** What was just said of two buyers, with the way back. The button that said it is gone, so the way back takes the focus. */
export function LinkNote({ decisions: { change, undo } }: { decisions: LinkDecisions }) {
  const back = useRef<HTMLButtonElement>(null);
  const eventId = change?.eventId ?? null;
  useEffect(() => {
    if (eventId !== null) back.current?.focus();
  }, [eventId]);
  if (change === null || change.state === 'saving') return null;
  return (
    <Note tone={change.state === 'failed' ? 'risk' : 'plain'} isLive>
      {t(`link_note_${change.state}`)}
      {eventId !== null && (
        <Button ref={back} look="plain" onClick={() => undo(eventId)}>
          {t('undo')}
        </Button>
      )}
    </Note>
  );
}
