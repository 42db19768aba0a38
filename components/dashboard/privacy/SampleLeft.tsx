import { useEffect, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toSample } from '../../../lib/browser/send.ts';
import { tourStepSetting } from '../../../lib/browser/settings.ts';
import { hasSample } from '../../../lib/store/sample-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/Note.tsx';

/** The tour was left, and its made-up shop is there still: one line, and one click to be rid of it. Nothing where there is none. */
export function SampleLeft() {
  const [state, setState] = useState<'none' | 'left' | 'busy' | 'removed' | 'failed'>('none');
  useEffect(() => {
    void hasSample().then((isLeft) => isLeft && setState('left'));
  }, []);
  const remove = async () => {
    setState('busy');
    try {
      await tourStepSetting.setValue(0);
      await toSample.removeSample({});
      setState('removed');
    } catch {
      setState('failed');
    }
  };
  switch (state) {
    case 'none':
      return null;
    case 'removed':
      return (
        <Note tone="good" isLive>
          {t('tourRemoved')}
        </Note>
      );
    case 'failed':
      return (
        <Note tone="risk" isLive>
          {t('sampleNotRemoved')}
        </Note>
      );
    default:
      return (
        <Note tone="plain">
          {t('sampleLeft')}{' '}
          <Button look="plain" disabled={state === 'busy'} onClick={() => void remove()}>
            {t('tourRemove')}
          </Button>
        </Note>
      );
  }
}
