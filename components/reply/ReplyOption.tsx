import type { ReactNode } from 'react';
import { labelText, t } from '../../lib/browser/i18n.ts';
import type { Tone } from '../../lib/model/own-template.ts';
import type { ReplyLibrary } from '../../lib/replies/reply-library.ts';
import type { ReplySuggestion } from '../../lib/replies/suggest-replies.ts';
import type { CheckedText } from '../hooks/useFindings.ts';
import { CheckMark } from './CheckMark.tsx';
import { sceneLabel, tierLabel, useLibrary, variableLabel } from './library-context.ts';
import { objectingRules } from './objections.ts';
import styles from './ReplyOption.module.css';

interface Props {
  reply: ReplySuggestion;
  /** The key that chooses it; null for one that none does. */
  shortcut: string | null;
  /** What the person asked for: another tone is said. */
  tone: Tone;
  /** The scenes in question: with several it is said which. */
  sceneIds: readonly string[];
  isChosen: boolean;
  /** What the rules say of its text: null where they gave no answer, undefined before it. */
  findings: CheckedText['findings'] | undefined;
  onChoose: () => void;
  /** The editor, under the chosen one. */
  children?: ReactNode;
}

/** One suggestion: its key, what the rules say of it, its name, how it begins, and why it is here. */
export function ReplyOption({ reply, shortcut, tone, sceneIds, isChosen, findings, onChoose, children }: Props) {
  const { template, rendered, why } = reply;
  const library = useLibrary();
  const objections = objectingRules(findings ?? []);
  const reasons = why.filter(
    ({ kind }) => (kind !== 'scene' || sceneIds.length > 1) && (kind !== 'ready' || objections.length === 0),
  );
  return (
    <li className={styles.option}>
      <button
        type="button"
        className={styles.choose}
        aria-expanded={isChosen}
        aria-keyshortcuts={shortcut ?? undefined}
        onClick={onChoose}
      >
        {shortcut && (
          <kbd className={styles.key} title={t('keyHint', shortcut)} aria-hidden>
            {shortcut}
          </kbd>
        )}
        <span className={styles.label}>
          <CheckMark findings={findings} />
          {labelText(template.label)}
        </span>
        <span className={styles.why}>
          {[
            ...objections,
            ...(template.tone === tone ? [] : [t(`tone_${template.tone}`)]),
            ...reasons.flatMap((reason) => reasonText(library, reason)),
          ].join(' · ')}
        </span>
        {!isChosen && (
          <span lang="zh-CN" className={styles.begin}>
            {rendered.parts
              .map((part) =>
                part.kind === 'variable'
                  ? (part.text ?? t('replyBlank', variableLabel(library, part.name)))
                  : part.text,
              )
              .join('')}
          </span>
        )}
      </button>
      {isChosen && children}
    </li>
  );
}

function reasonText(library: ReplyLibrary, reason: ReplySuggestion['why'][number]): string[] {
  switch (reason.kind) {
    case 'scene':
      return [t('replyForScene', sceneLabel(library, reason.sceneId))];
    case 'stage':
      return [t('replyForStage', t(`stage_${reason.stage}`))];
    case 'asked':
      return [t('replyAsked', reason.words)];
    case 'own':
      return [t('replyOwn')];
    case 'outcome':
      return [t('replyOutcome', reason.boughtAgain, reason.judged)];
    case 'ready':
      return [t('replyReady')];
    case 'needs':
      return [t('replyNeeds', reason.names.map((name) => variableLabel(library, name)).join(t('listSeparator')))];
    default:
      return [t('replyForTier', tierLabel(reason.tierId))];
  }
}
