import { t } from '../../lib/browser/i18n.ts';
import type { SameWords } from '../../lib/replies/same-words.ts';
import { Note } from '../ui/Note.tsx';

/** That these very words went out today already: to this buyer, or to many. */
export function SameWordsNote({ same }: { same: SameWords }) {
  return (
    <Note tone="watch">
      {same.kind === 'toBuyer' ? t('sameWordsToBuyer') : t('sameWordsToMany', String(same.buyers))}
    </Note>
  );
}
