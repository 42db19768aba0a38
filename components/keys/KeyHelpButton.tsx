import { Suspense, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import type { Screen } from './shortcuts.ts';
import { useShortcuts } from './useShortcuts.ts';

const KeyHelp = later(async () => (await import('./KeyHelp.tsx')).KeyHelp);

/** Opens the list of keys, by a click or by `?`. */
export function KeyHelpButton({ screen }: { screen: Screen }) {
  const [isOpen, setIsOpen] = useState(false);
  useShortcuts({ help: () => setIsOpen(true) });
  return (
    <>
      <Button look="plain" aria-label={`? ${t('keys_title')}`} title={t('keys_title')} onClick={() => setIsOpen(true)}>
        ?
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <KeyHelp screen={screen} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
