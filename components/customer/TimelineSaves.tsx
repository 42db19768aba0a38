import type { RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { SavePicture } from '../dashboard/SavePicture.tsx';
import { SaveTable } from '../dashboard/SaveTable.tsx';

/** A customer's line as a picture, and its moments as a table: the name of the file says nothing of who it is. */
export function TimelineSaves({ within }: { within: RefObject<HTMLElement | null> }) {
  const title = t('timelineTitle');
  return (
    <p>
      <SaveTable within={within} name={title} />
      <SavePicture within={within} title={title} definition={t('decides_timeline')} ground={undefined} />
    </p>
  );
}
