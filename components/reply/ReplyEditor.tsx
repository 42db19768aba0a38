import { useEffect, useRef, useState } from 'react';
import { sceneOf } from '../../lib/actions/suggest.ts';
import { t } from '../../lib/browser/i18n.ts';
import { promisesToKeep } from '../../lib/replies/promise.ts';
import { dayOf } from '../../lib/model/shanghai-time.ts';
import { canInsert } from '../../lib/replies/render.ts';
import { sameWords, type LastUse } from '../../lib/replies/same-words.ts';
import type { ReplySuggestion } from '../../lib/replies/suggest-replies.ts';
import type { CheckedText } from '../hooks/useFindings.ts';
import { useNow } from '../hooks/useNow.ts';
import { Button } from '../ui/Button.tsx';
import { BlockConfirmation } from './BlockConfirmation.tsx';
import { ComplianceNotice } from './ComplianceNotice.tsx';
import { ReplyChecks } from './ReplyChecks.tsx';
import { ReplyFields } from './ReplyFields.tsx';
import { ReplyOutcomeNote } from './ReplyOutcomeNote.tsx';
import { ReplyPreview } from './ReplyPreview.tsx';
import { SameWordsNote } from './SameWordsNote.tsx';
import { useLibrary, variableLabel } from './library-context.ts';
import type { ReplyContext } from './reply-context.ts';
import { useReplyUse } from './useReplyUse.ts';
import styles from './ReplyEditor.module.css';

interface Props {
  context: ReplyContext;
  /** Of the order that it is about; null where that is not known. */
  stage: CheckedText['stage'];
  reply: ReplySuggestion;
  /** Null where it was never used. */
  lastUse: LastUse | null;
  /** What the rules say of its text. */
  checked: CheckedText | null;
  /** What the conversation is about, to be noted with the contact. */
  sceneId: string | null;
  typed: Readonly<Record<string, string>>;
  /** When it grows, the cursor goes to the first blank, or to the button when nothing is blank. */
  keyed: number;
  onType: (name: string, value: string) => void;
}

/** One reply, made ready: fields, text, what the rules say, and the two ways out. It never sends. */
export function ReplyEditor({ context, stage, reply, lastUse, checked, sceneId, typed, keyed, onType }: Props) {
  const { template, filled, rendered } = reply;
  const { customerId, shopId, platform, chat, tabId, suggestion } = context;
  const library = useLibrary();
  const { promiseRules, scenes } = library;
  const editor = useRef<HTMLDivElement>(null);
  const isAsked =
    checked?.text === rendered.text &&
    checked.platform === platform &&
    checked.shopId === shopId &&
    checked.stage === stage;
  const isChecked = isAsked && checked.findings !== null;
  const findings = checked?.findings ?? [];
  const blockIds = findings.filter(({ severity }) => severity === 'block').map(({ ruleId }) => ruleId);
  /** Given for one text: another text needs its own. */
  const [override, setOverride] = useState({ text: '', reason: '' });
  const reason = override.text === rendered.text ? override.reason.trim() : '';
  const isForIt = suggestion !== null && sceneOf(suggestion) === template.scene;
  const use = useReplyUse((how) =>
    customerId === null
      ? null
      : {
          customerId,
          channel: 'chat',
          how,
          templateId: template.id,
          playbookId: isForIt ? suggestion.playbook.id : null,
          benefitId: isForIt && template.variables.includes('rights') ? (suggestion.instead?.benefit.id ?? null) : null,
          isOffer: template.variables.includes('offerText'),
          overrides: blockIds.length > 0 ? { ruleIds: [...new Set(blockIds)], reason } : null,
          sceneId,
          promises: promisesToKeep(rendered.text, promiseRules, Date.now()),
        },
  );
  const isReady = canInsert(rendered) && isChecked && (blockIds.length === 0 || reason !== '');
  /** Of the text before they have spoken: until then the ways out do nothing and keep the focus, which what is disabled loses. */
  const isWaiting = canInsert(rendered) && checked !== null && !isAsked;
  /** Whose box the text may go into: of a nick alone there is no telling. */
  const fillFor = isReady && chat?.settled === true ? chat.customerKey : null;
  const same = sameWords(lastUse, {
    customerId,
    isAnswer: chat?.messages.at(-1)?.from === 'buyer',
    today: dayOf(useNow()),
  });
  const missing = rendered.missing.map((name) => variableLabel(library, name)).join(t('listSeparator'));
  const [entered, setEntered] = useState(0);
  const followed = useRef(0);
  // Looked at after every change: the button may not be ready yet.
  useEffect(() => {
    const wanted = keyed + entered;
    if (wanted > followed.current && focusNext(editor.current)) followed.current = wanted;
  });
  return (
    <div ref={editor} className={styles.editor}>
      <ReplyFields
        fields={filled.fields}
        values={typed}
        onChange={onType}
        onEnter={() => setEntered((times) => times + 1)}
      />
      <ReplyPreview rendered={rendered} findings={isChecked ? findings : []} seen={filled.seen} />
      <ReplyChecks
        text={rendered.text}
        isStructured={scenes.some(({ id, isStructured }) => id === template.scene && isStructured)}
      />
      <ComplianceNotice text={checked?.text ?? ''} findings={findings} />
      {blockIds.length > 0 && (
        <BlockConfirmation
          blocks={blockIds.length}
          reason={override.text === rendered.text ? override.reason : ''}
          onChange={(typedReason) => setOverride({ text: rendered.text, reason: typedReason })}
        />
      )}
      {same && use.outcome?.kind !== 'done' && <SameWordsNote same={same} />}
      <div className={styles.actions} data-ways>
        {chat?.editor && (
          <Button
            look="primary"
            disabled={!isWaiting && (fillFor === null || tabId === null)}
            aria-disabled={isWaiting}
            onClick={() => fillFor !== null && tabId !== null && void use.fill(tabId, fillFor, rendered.text)}
          >
            {t('fill')}
          </Button>
        )}
        <Button
          look={chat?.editor ? 'quiet' : 'primary'}
          disabled={!isWaiting && !isReady}
          aria-disabled={isWaiting}
          onClick={() => isReady && void use.copy(rendered.text)}
        >
          {t('copy')}
        </Button>
        <span className={styles.hint}>
          {missing === '' ? t(hintFor(checked, chat?.settled !== false)) : t('fillFieldsFirst', missing)}
        </span>
      </div>
      {use.outcome && (
        <div ref={intoView} className={styles.outcome}>
          <ReplyOutcomeNote outcome={use.outcome} onUndo={() => void use.undo()} />
        </div>
      )}
    </div>
  );
}

/** What became of a key is seen, also where the button stands at the edge. */
function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function hintFor(checked: CheckedText | null, isSettled: boolean) {
  if (checked?.findings === null) return 'lintFailed';
  return isSettled ? 'neverSends' : 'chatNotSettled';
}

/** To the first empty field; without one to the button. @returns false while that is not ready: the text is being checked */
function focusNext(editor: HTMLElement | null): boolean {
  const blank = Array.from(editor?.querySelectorAll('input') ?? []).find(({ value }) => value === '');
  const next = blank ?? editor?.querySelector<HTMLElement>('[data-ways] button:not([disabled], [aria-disabled=true])');
  next?.focus();
  return next !== null && next !== undefined;
}
