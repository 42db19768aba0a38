import { useState, type RefObject } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { toBackground } from '../../lib/browser/send.ts';
import { dayOf, formatDay } from '../../lib/model/shanghai-time.ts';
import { Button } from '../ui/Button.tsx';
import { saveFile } from './save-file.ts';

interface Props {
  /** The figures. */
  within: RefObject<HTMLElement | null>;
  title: string;
  definition: string;
  ground: string | undefined;
}

/** A part's figures as a picture, with what they mean and what they rest on, to be shown to somebody. */
export function SavePicture({ within, title, definition, ground }: Props) {
  const [isFailed, setFailed] = useState(false);
  const save = async () => {
    setFailed(false);
    const { pictureOf } = await import('./charts/picture.ts');
    if (!within.current) return;
    const day = formatDay(dayOf(Date.now()));
    const source = t('dashPictureSource', day);
    saveFile(`${title} ${day}.png`, await pictureOf(within.current, { title, definition, ground, source }));
    void toBackground.noteExport({ kind: 'exported', what: 'shownPicture', rows: 0 });
  };
  return (
    <>
      <Button look="plain" title={t('dashSavePictureMeans')} onClick={() => void save().catch(() => setFailed(true))}>
        {t('dashSavePicture')}
      </Button>
      <output>{isFailed && t('dashPictureFailed')}</output>
    </>
  );
}
