import type { Ref } from 'react';
import { labelText, t } from '../../lib/browser/i18n.ts';
import { SURE_FROM } from '../../lib/replies/confidence.ts';
import type { DetectedScene } from '../../lib/replies/scene.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { sceneLabel, useLibrary } from './library-context.ts';
import styles from './SceneChoice.module.css';

interface Props {
  sceneIds: readonly string[];
  /** Best first. */
  detected: readonly DetectedScene[];
  /** There are words of the buyer to go by. */
  hasWords: boolean;
  onChoose: (sceneId: string) => void;
  /** The field for any other scene. */
  ref: Ref<HTMLSelectElement>;
}

/** What the conversation is about: as detected, with the words it was told by and how sure that is, or as chosen. */
export function SceneChoice({ sceneIds, detected, hasWords, onChoose, ref }: Props) {
  const library = useLibrary();
  const sceneId = sceneIds[0] ?? null;
  const scenes = library.scenes.map(({ id, label }) => ({ value: id, label: labelText(label) }));
  const options = [...(sceneId === null ? [{ value: '', label: t('chooseScene') }] : []), ...scenes];
  return (
    <>
      <SelectField
        ref={ref}
        shortcut="R"
        label={t('scene')}
        value={sceneId ?? ''}
        options={options}
        onChange={(value) => value !== '' && onChoose(value)}
      />
      {detected.length > 0 && (
        <ul className={styles.detected}>
          {detected.map((found) => (
            <li key={found.sceneId}>
              <button
                type="button"
                className={`${styles.scene} ${found.confidence >= SURE_FROM ? '' : styles.unsure}`}
                aria-pressed={sceneIds.includes(found.sceneId)}
                onClick={() => onChoose(found.sceneId)}
              >
                {t(
                  found.confidence >= SURE_FROM ? 'detectedScene' : 'detectedUnsure',
                  sceneLabel(library, found.sceneId),
                  found.cues.join(t('listSeparator')),
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasWords && detected.length === 0 && <p className={styles.none}>{t('noSceneFound')}</p>}
    </>
  );
}
