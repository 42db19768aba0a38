import { t } from '../../lib/browser/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import type { ReplyOutcome } from './useReplyUse.ts';

interface Props {
  outcome: ReplyOutcome;
  onUndo: () => void;
}

/** A small word on what the last click did, with the way back. */
export function ReplyOutcomeNote({ outcome, onUndo }: Props) {
  if (outcome.kind === 'failed') {
    return (
      <Note tone="watch" isLive>
        {t(`fillFailed_${outcome.because}`)}
      </Note>
    );
  }
  const { how, record } = outcome;
  const done = t(how === 'filled' ? 'filledDone' : 'copiedDone');
  if (typeof record === 'object') {
    return (
      <Note tone="good" isLive>
        {t('doneAndRecorded', done)}
        <Button look="plain" onClick={onUndo}>
          {t('undo')}
        </Button>
      </Note>
    );
  }
  return (
    <Note tone={record === 'failed' ? 'watch' : 'good'} isLive>
      {record === 'failed' ? t('doneNotRecorded', done) : record === 'undone' ? t('recordUndone') : done}
    </Note>
  );
}
