import { t } from '../../lib/browser/i18n.ts';
import { askForPages } from '../../lib/browser/page-access.ts';
import { useShopPlatforms } from '../hooks/useShopPlatforms.ts';
import { usePageAccess } from '../hooks/usePageAccess.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';

/** Of a shop that we know no page may be read any more: said with what still works, and put right with one click. */
export function AccessNote() {
  const access = usePageAccess();
  const known = useShopPlatforms();
  const missing = (known ?? []).find((platform) => access?.[platform] === 'none');
  if (missing === undefined) return null;
  const name = t(`platform_${missing}`);
  return (
    <Note tone="watch" isLive>
      <p>{t('accessMissing', name)}</p>
      <Button onClick={() => void askForPages(missing)}>{t('accessAsk', name)}</Button>
    </Note>
  );
}
