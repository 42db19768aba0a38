import type { RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { SavePicture } from '../dashboard/SavePicture.tsx';
import { SaveTable } from '../dashboard/SaveTable.tsx';

interface Props {
  within: RefObject<HTMLElement | null>;
  /** What the line decides, for the picture to say, too. */
  definition: string;
}

/** A customer's line as a picture, and its moments as a table: the name of the file says nothing of who it is. */
export function TimelineSaves({ within, definition }: Props) {
  const title = t('timelineTitle');
  return (
    <p>
      <SaveTable within={within} name={title} />
      <SavePicture within={within} title={title} definition={definition} ground={undefined} />
    </p>
  );
}
