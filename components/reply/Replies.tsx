import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Awaited } from '../ui/Together.tsx';
import { Section } from '../ui/Section.tsx';
import { OrderChoice } from './OrderChoice.tsx';
import { ReplyEditor } from './ReplyEditor.tsx';
import { ReplyOption } from './ReplyOption.tsx';
import { ReplySearch } from './ReplySearch.tsx';
import { SceneChoice } from './SceneChoice.tsx';
import { ToneChoice } from './ToneChoice.tsx';
import type { ReplyContext } from './reply-context.ts';
import { useReplyChoice } from './useReplyChoice.ts';
import styles from './Replies.module.css';

interface Props {
  context: ReplyContext;
  isAsked: boolean;
}

/** The scene, the replies that fit it best, the chosen one made ready, and a search for any other. */
export function Replies({ context, isAsked }: Props) {
  const { platform, orders, chat } = context;
  const section = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const choice = useReplyChoice(context, isAsked);
  const { shown, before, chosen, tone } = choice;
  /** Counts the choices made by a key: the cursor follows into what is to be done next. */
  const [keyed, setKeyed] = useState(0);

  useEffect(() => {
    if (!isAsked || !choice.isHeard) return;
    section.current?.scrollIntoView({ block: 'start' });
    section.current?.focus({ preventScroll: true });
  }, [isAsked, choice.isHeard]);

  /** Out of sight no key is ours. */
  const isShown = () => section.current?.checkVisibility() ?? false;
  useShortcuts({
    choose(key) {
      const reply = shown[before + Number(key) - 1];
      if (!reply || !isShown()) return false;
      choice.choose(reply.template);
      setKeyed((times) => times + 1);
      return true;
    },
    edit() {
      const field = section.current?.querySelector<HTMLElement>('[aria-expanded="true"] + * input');
      if (!field || !isShown()) return false;
      field.focus();
      return true;
    },
    search() {
      if (!isShown()) return false;
      search.current?.focus();
      return true;
    },
  });
  if (!choice.isHeard) return <Awaited />;
  return (
    <Section title={t('repliesTitle')} ref={section} aside={<ToneChoice tone={tone} onChange={choice.setTone} />}>
      <div className={styles.choices}>
        <SceneChoice
          sceneIds={choice.sceneIds}
          detected={choice.detected}
          hasWords={chat?.messages.some(({ from }) => from === 'buyer') ?? false}
          onChoose={choice.pickScene}
        />
        <OrderChoice orders={orders} orderId={choice.orderId} onChoose={choice.setOrderId} />
      </div>
      {shown.length === 0 && (
        <EmptyLine>{t(choice.sceneIds.length === 0 ? 'chooseSceneFirst' : 'noReplyInScene')}</EmptyLine>
      )}
      <ul>
        {shown.map((reply, index) => (
          <ReplyOption
            key={reply.template.topic}
            reply={reply}
            shortcut={index < before ? null : String(index - before + 1)}
            tone={tone}
            sceneIds={choice.sceneIds}
            isChosen={reply === chosen}
            onChoose={() => choice.choose(reply.template)}
          >
            <ReplyEditor
              context={context}
              reply={reply}
              sceneId={choice.sceneIds[0] ?? null}
              typed={choice.typed}
              keyed={keyed}
              onType={(name, value) => {
                choice.choose(reply.template);
                choice.type(name, value);
              }}
            />
          </ReplyOption>
        ))}
      </ul>
      <ReplySearch ref={search} platform={platform} tone={tone} onChoose={choice.choose} />
    </Section>
  );
}
