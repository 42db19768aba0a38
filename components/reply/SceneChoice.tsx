import { labelText, t } from '../../lib/browser/i18n.ts';
import type { DetectedScene } from '../../lib/replies/scene.ts';
import { replyScenes } from '../../lib/rules/replies.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import styles from './SceneChoice.module.css';

interface Props {
  sceneId: string | null;
  /** Best first. */
  detected: readonly DetectedScene[];
  onChoose: (sceneId: string) => void;
}

const sceneOptions = () => replyScenes.map(({ id, label }) => ({ value: id, label: labelText(label) }));

/** What the conversation is about: as detected, with the words it was told by, or as chosen. */
export function SceneChoice({ sceneId, detected, onChoose }: Props) {
  const options = [...(sceneId === null ? [{ value: '', label: t('chooseScene') }] : []), ...sceneOptions()];
  return (
    <>
      <SelectField
        label={t('scene')}
        value={sceneId ?? ''}
        options={options}
        onChange={(value) => value !== '' && onChoose(value)}
      />
      {detected.map((found) => (
        <p key={found.sceneId} className={styles.detected}>
          {t('detectedScene', labelOf(found.sceneId), found.cues.join(t('listSeparator')))}
          {found.sceneId !== sceneId && (
            <Button look="plain" onClick={() => onChoose(found.sceneId)}>
              {t('switchTo')}
            </Button>
          )}
        </p>
      ))}
    </>
  );
}

function labelOf(sceneId: string): string {
  const scene = replyScenes.find(({ id }) => id === sceneId);
  return scene ? labelText(scene.label) : sceneId;
}
