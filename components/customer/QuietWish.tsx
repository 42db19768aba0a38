import { useState } from 'react';
import { quietWishIn } from '../../lib/actions/quiet-wish.ts';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import type { ChatMessage } from '../../lib/model/capture.ts';
import { quietWish } from '../../lib/rules/quiet-wish.ts';
import { useUndoable } from '../hooks/useUndoable.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { UndoNote } from '../ui/UndoNote.tsx';

interface Props {
  customerId: string;
  messages: readonly ChatMessage[];
  /** It was noted already. */
  isUndisturbed: boolean;
}

const MOST_QUOTED = 30;

/** The buyer seems to ask for quiet: shown with their words, noted on a click alone. */
export function QuietWish({ customerId, messages, isUndisturbed }: Props) {
  const [denied, setDenied] = useState<string | null>(null);
  const saved = useUndoable();
  const said = messages.flatMap(({ from, text }) => (from === 'buyer' ? [text] : []));
  const wish = quietWishIn(said, quietWish);
  const isAsked = wish !== null && wish !== denied && !isUndisturbed && saved.state !== 'saving';
  if (!isAsked && saved.state === 'none') return null;
  return (
    <Note tone="watch" isLive>
      {isAsked && (
        <>
          {t('quietWish_heard', quoted(wish))}
          <Button onClick={() => saved.run(() => toBackground.setDoNotDisturb({ customerId, isOn: true }))}>
            {t('quietWish_note')}
          </Button>
          <Button look="plain" onClick={() => setDenied(wish)}>
            {t('quietWish_no')}
          </Button>
        </>
      )}
      <UndoNote undoable={saved} />
    </Note>
  );
}

function quoted(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > MOST_QUOTED ? `${plain.slice(0, MOST_QUOTED)}…` : plain;
}
