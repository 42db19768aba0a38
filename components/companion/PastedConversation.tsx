import { t } from '../../lib/browser/i18n.ts';
import type { PastedChat, PastedMessage } from '../../lib/model/pasted.ts';
import { unansweredOf } from '../../lib/replies/unanswered.ts';
import { useNow } from '../hooks/useNow.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { agoText, minuteText } from '../words/times.ts';
import styles from './PastedConversation.module.css';

const sides = {
  buyer: 'companionSide_buyer',
  seller: 'companionSide_seller',
  system: 'companionSide_system',
} as const;

/** What waits for an answer and since when; the rest on demand; and what of the copy could not be used. */
export function PastedConversation({ chat }: { chat: PastedChat }) {
  const { messages, total, leftOutLines, buyer } = chat;
  const open = buyer === null ? null : unansweredOf(messages);
  const unclear = buyer === null ? 0 : messages.filter(({ from }) => from === null).length;
  const losses = [
    leftOutLines > 0 && t('companionLeftOut', leftOutLines),
    total > messages.length && t('companionLastOnly', messages.length, total),
    unclear > 0 && t('companionUnclear', unclear),
  ].filter((loss) => loss !== false);
  return (
    <section aria-label={t('companionConversation')} className={styles.conversation}>
      {open && <Unanswered messages={open} />}
      {buyer !== null && open === null && <p className={styles.status}>{t('companionAnswerUnclear')}</p>}
      <Disclosure summary={t('companionAllMessages', messages.length)}>
        <ol className={styles.all}>
          {messages.map((message, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a copy does not change
            <Message key={index} message={message} isNamed />
          ))}
        </ol>
      </Disclosure>
      {losses.length > 0 && <p className={styles.losses}>{losses.join(' ')}</p>}
    </section>
  );
}

function Unanswered({ messages }: { messages: readonly PastedMessage[] }) {
  const now = useNow();
  if (messages.length === 0) return <p className={styles.status}>{t('companionAllAnswered')}</p>;
  const since = messages[0]!.at;
  return (
    <>
      <p className={styles.waiting}>
        {since === undefined
          ? t('companionUnanswered', messages.length)
          : t('companionUnansweredSince', messages.length, minuteText(since, now), agoText(since, now))}
      </p>
      <ol className={styles.open} aria-label={t('companionUnanswered', messages.length)}>
        {messages.map((message, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a copy does not change
          <Message key={index} message={message} isNamed={false} />
        ))}
      </ol>
    </>
  );
}

function Message({ message: { from, text, at }, isNamed }: { message: PastedMessage; isNamed: boolean }) {
  const now = useNow();
  return (
    <li className={styles.message}>
      <span className={styles.head}>
        {isNamed && (
          <span className={from === 'buyer' ? styles.buyer : ''}>
            {from ? t(sides[from]) : t('companionUnknownSide')}
          </span>
        )}
        {at !== undefined && <time>{minuteText(at, now)}</time>}
      </span>
      <span className={text === '' ? styles.noWords : styles.text}>{text === '' ? t('companionNoWords') : text}</span>
    </li>
  );
}
