import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../../../lib/browser/i18n.ts';
import { toBackground } from '../../../lib/browser/send.ts';
import { problemsOf } from '../../../lib/replies/own-templates.ts';
import { blanksOf } from '../../../lib/replies/placeholders.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { ComplianceNotice } from '../../reply/ComplianceNotice.tsx';
import { useLibrary } from '../../reply/library-context.ts';
import { toneOptions } from '../../reply/ToneChoice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { problemText } from './problem-text.ts';
import { TemplateFields } from './TemplateFields.tsx';
import type { Draft } from './template-draft.ts';
import { useTemplateFindings } from './useTemplateFindings.ts';
import { VariableButtons } from './VariableButtons.tsx';
import styles from './TemplateEditor.module.css';

interface Props {
  draft: Draft;
  groups: readonly string[];
  shopId: string | null;
  /** The command that saves; whoever runs it can take it back. */
  onSaved: (command: () => Promise<{ eventId: string }>) => void;
  onCancel: () => void;
}

/** Writing a reply of one's own, checked while one writes. What breaks a rule of high risk is not saved. */
export function TemplateEditor({ draft: first, groups, shopId, onSaved, onCancel }: Props) {
  const { scenes, variables } = useLibrary();
  const textId = useId();
  const form = useRef<HTMLFormElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(first);
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (changes: Partial<Draft>) => {
    setDraft({ ...draft, ...changes });
    setRefusal(null);
  };
  const findings = useTemplateFindings(draft.text, draft.platforms, shopId);
  const problems = problemsOf(draft, {
    variables: variables.map(({ name }) => name),
    scenes: scenes.map(({ id }) => id),
    tiers: tiers.map(({ id }) => id),
  }).filter(({ kind }) => kind !== 'unknownScene');
  const blanks = blanksOf(draft.text).filter((name) => !/^[{]/.test(name));
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  const isComplete = draft.name.trim() !== '' && draft.text.trim() !== '' && draft.scene !== '';
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const save = async () => {
    const asked = { templates: [draft], shopId, batchId: null };
    const { refused } = await toBackground.saveTemplates({ ...asked, isTrial: true });
    if (refused[0]) return setRefusal(problemText(refused[0]));
    onSaved(async () => {
      const { eventIds } = await toBackground.saveTemplates({ ...asked, isTrial: false });
      return { eventId: eventIds[0]! };
    });
  };
  return (
    <form
      ref={form}
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save().catch(() => setRefusal(t('libNotSaved')));
      }}
    >
      <TemplateFields draft={draft} groups={groups} onChange={change} />
      <Choices label={t('libTone')} value={draft.tone} options={toneOptions()} onChange={(tone) => change({ tone })} />
      <label htmlFor={textId} className={styles.label}>
        {t('libText')}
      </label>
      <textarea
        ref={box}
        id={textId}
        className={styles.text}
        rows={4}
        maxLength={500}
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <VariableButtons
        onInsert={(name) => {
          const { selectionStart: start, selectionEnd: end } = box.current!;
          change({ text: `${draft.text.slice(0, start)}{${name}}${draft.text.slice(end)}` });
          box.current!.focus();
        }}
      />
      {problems.map((problem) => (
        <p key={JSON.stringify(problem)} className={styles.problem}>
          {problemText({ problems: [problem], blocks: [] })}
        </p>
      ))}
      {blanks.length > 0 && <p className={styles.blanks}>{t('libBlanks', blanks.join(t('listSeparator')))}</p>}
      <ComplianceNotice text={draft.text} findings={findings} />
      <div className={styles.actions}>
        <Button look="primary" type="submit" disabled={!isComplete || isBlocked || problems.length > 0}>
          {t('libSave')}
        </Button>
        <Button onClick={onCancel}>{t('libCancel')}</Button>
        {refusal && <output className={styles.problem}>{refusal}</output>}
      </div>
    </form>
  );
}
