import { useState } from 'react';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { ReplyTemplate } from '../../lib/replies/reply-template.ts';
import { replyScenes } from '../../lib/rules/replies.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './OtherReplies.module.css';

const sceneLabels = new Map(replyScenes.map((scene) => [scene.id, scene.label]));

/** Every other template, behind a search. */
export function OtherReplies({
  templates,
  onChoose,
}: {
  templates: readonly ReplyTemplate[];
  onChoose: (template: ReplyTemplate) => void;
}) {
  const [query, setQuery] = useState('');
  const fitting = templates.filter((template) => nameOf(template).concat(template.text).includes(query.trim()));
  return (
    <Disclosure summary={t('otherReplies', templates.length)}>
      <TextField type="search" label={t('searchReplies')} value={query} onChange={setQuery} />
      <ul className={styles.list}>
        {fitting.map((template) => (
          <li key={template.id}>
            <Button look="plain" title={template.text} onClick={() => onChoose(template)}>
              {nameOf(template)}
            </Button>
          </li>
        ))}
      </ul>
      {fitting.length === 0 && <EmptyLine>{t('noReplyFound')}</EmptyLine>}
    </Disclosure>
  );
}

function nameOf({ scene, label }: ReplyTemplate): string {
  const sceneLabel = sceneLabels.get(scene);
  return sceneLabel ? `${labelText(sceneLabel)} · ${labelText(label)}` : labelText(label);
}
