import type { RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import type { AssessedHit } from '../hooks/useSearch.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { PersonSearch } from '../lookup/PersonSearch.tsx';
import { Button } from '../ui/Button.tsx';

interface Props {
  field: RefObject<HTMLInputElement | null>;
  /** Out of sight no key is ours. */
  isShown: boolean;
  onText: (text: string) => void;
  onOpen: (hit: AssessedHit) => void;
  onClipboardRefused: () => void;
}

/** The one field: what is pasted is read at once, what is typed is searched for. The clipboard is looked at on a click or the key alone. */
export function PasteBar({ field, isShown, onText, onOpen, onClipboardRefused }: Props) {
  const readClipboard = async () => {
    try {
      onText(await navigator.clipboard.readText());
    } catch {
      onClipboardRefused();
    }
  };
  useShortcuts(isShown ? { clipboard: () => void readClipboard() } : {});
  return (
    <PersonSearch
      field={field}
      label={t('companionField')}
      hint={t('companionFieldHint')}
      onOpen={(hit) => {
        field.current?.blur();
        onOpen(hit);
      }}
      onLeave={() => field.current?.blur()}
    >
      <Button aria-keyshortcuts="V" title={t('companionClipboardKey')} onClick={() => void readClipboard()}>
        {t('companionReadClipboard')}
      </Button>
    </PersonSearch>
  );
}
