import { useEffect, useRef, useState, type ComponentProps } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { useFindings } from '../hooks/useFindings.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { EmptyLine } from '../ui/EmptyLine.tsx';
import { Awaited } from '../ui/Together.tsx';
import { Section } from '../ui/Section.tsx';
import { Spoken } from '../ui/Spoken.tsx';
import { OrderChoice } from './OrderChoice.tsx';
import { ReplyEditor } from './ReplyEditor.tsx';
import { ReplyOption } from './ReplyOption.tsx';
import { ReplySearch } from './ReplySearch.tsx';
import { SceneChoice } from './SceneChoice.tsx';
import { toneAfter, ToneChoice } from './ToneChoice.tsx';
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
  const scene = useRef<HTMLSelectElement>(null);
  /** The key went to the scenes: once one is chosen, keys are heard again. */
  const isSceneByKey = useRef(false);
  /** Read out after the key that changed it. */
  const [saidTone, setSaidTone] = useState('');
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
    scene() {
      if (!scene.current || !isShown()) return false;
      isSceneByKey.current = true;
      scene.current.focus();
      scene.current.showPicker?.();
      return true;
    },
    tone() {
      if (!isShown()) return false;
      const next = toneAfter(tone);
      choice.setTone(next);
      // Another tone may have blanks, or be another reply: who was about to use the last one goes on with this one.
      if (document.activeElement?.closest('[data-ways]')) setKeyed((times) => times + 1);
      setSaidTone(`${t('tone')} ${t(`tone_${next}`)}`);
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
  const pickScene = (sceneId: string) => {
    choice.pickScene(sceneId);
    if (isSceneByKey.current) section.current?.focus({ preventScroll: true });
    isSceneByKey.current = false;
  };
  if (!choice.isHeard) return <Awaited />;
  return (
    <Section title={t('repliesTitle')} ref={section} aside={<ToneChoice tone={tone} onChange={choice.setTone} />}>
      <Spoken text={saidTone} />
      <div className={styles.choices}>
        <SceneChoice
          ref={scene}
          sceneIds={choice.sceneIds}
          detected={choice.detected}
          hasWords={chat?.messages.some(({ from }) => from === 'buyer') ?? false}
          onChoose={pickScene}
        />
        <OrderChoice orders={orders} orderId={choice.orderId} onChoose={choice.setOrderId} />
      </div>
      {shown.length === 0 && (
        <EmptyLine>{t(choice.sceneIds.length === 0 ? 'chooseSceneFirst' : 'noReplyInScene')}</EmptyLine>
      )}
      <ul>
        {shown.map((reply, index) => (
          <Offered
            key={reply.template.topic}
            context={context}
            stage={choice.stage}
            reply={reply}
            lastUse={choice.outcomes.get(reply.template.id)?.lastUse ?? null}
            shortcut={index < before ? null : String(index - before + 1)}
            tone={tone}
            sceneIds={choice.sceneIds}
            isChosen={reply === chosen}
            typed={choice.typed}
            keyed={keyed}
            onChoose={() => choice.choose(reply.template)}
            onType={(name, value) => {
              choice.choose(reply.template);
              choice.type(name, value);
            }}
          />
        ))}
      </ul>
      <ReplySearch ref={search} platform={platform} tone={tone} onChoose={choice.choose} />
    </Section>
  );
}

type OfferedProps = Omit<ComponentProps<typeof ReplyOption>, 'findings' | 'children'> &
  Pick<ComponentProps<typeof ReplyEditor>, 'context' | 'stage' | 'lastUse' | 'typed' | 'keyed' | 'onType'>;

/** One of them, checked before anybody chooses it. */
function Offered({ context, stage, lastUse, typed, keyed, onType, ...option }: OfferedProps) {
  const { reply, sceneIds } = option;
  const checked = useFindings(reply.rendered.text, context.platform, context.shopId, stage);
  return (
    <ReplyOption {...option} findings={checked?.findings}>
      <ReplyEditor
        {...{ context, stage, reply, lastUse, checked, typed, keyed, onType }}
        sceneId={sceneIds[0] ?? null}
      />
    </ReplyOption>
  );
}
