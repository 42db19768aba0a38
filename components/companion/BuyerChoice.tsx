import { t } from '../../lib/browser/i18n.ts';
import { maskName } from '../../lib/model/identity.ts';
import type { PastedChat } from '../../lib/model/pasted.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Note } from '../ui/Note.tsx';
import styles from './BuyerChoice.module.css';

interface Props {
  chat: PastedChat;
  onSay: (name: string) => void;
}

/** The copy does not say who is who. Where it is not certain the user says it with one click; where it is, they can say otherwise. */
export function BuyerChoice({ chat, onSay }: Props) {
  const { names, buyer } = chat;
  if (buyer === null)
    return (
      <Note tone="watch" isLive>
        <p className={styles.question}>{t('companionWhoIsBuyer')}</p>
        <NameList chat={chat} onSay={onSay} />
      </Note>
    );
  if (names.length < 2) return null;
  return (
    <Disclosure key={buyer} summary={t('companionBuyerIs', shownName(buyer, names))}>
      <NameList chat={chat} onSay={onSay} />
    </Disclosure>
  );
}

function NameList({ chat: { names, buyer, messages }, onSay }: Props) {
  return (
    <ul className={styles.names}>
      {names.map((name) => (
        <li key={name}>
          <button type="button" className={styles.name} aria-pressed={name === buyer} onClick={() => onSay(name)}>
            <strong className={styles.nick}>{shownName(name, names)}</strong>
            <span className={styles.words}>
              {messages.find((message) => message.name === name && message.text !== '')?.text ?? t('companionNoWords')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Masked, as long as that tells them apart. */
function shownName(name: string, names: readonly string[]): string {
  const mask = maskName(name);
  return names.filter((each) => maskName(each) === mask).length > 1 ? name : mask;
}
