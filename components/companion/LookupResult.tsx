import { Suspense, type ReactNode } from 'react';
import { t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import type { PasteAnswer, PastedPerson } from '../../lib/model/pasted.ts';
import { useHeard } from '../hooks/useHeard.ts';
import { KeepLibrary } from '../reply/KeepLibrary.tsx';
import { ReplySection } from '../reply/ReplySection.tsx';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import { Note } from '../ui/Note.tsx';
import { BuyerChoice } from './BuyerChoice.tsx';
import { PastedConversation } from './PastedConversation.tsx';
import { PastedOrders } from './PastedOrders.tsx';
import { PeopleChoice } from './PeopleChoice.tsx';
import { personOf, type Lookup } from './lookups.ts';
import { chatOf, messagesOf, pageOf } from './pasted-page.ts';
import { shownName } from '../words/shown-name.ts';
import styles from './LookupResult.module.css';

// Fetched while the window is empty yet, so that nobody waits for it after a paste.
const page = import('../panel/CustomerPage.tsx');
const CustomerPage = later(async () => (await page).CustomerPage);

interface Props {
  lookup: Lookup;
  onSayBuyer: (name: string) => void;
  onSayBuyersWords: () => void;
  onChoose: (person: PastedPerson) => void;
}

/** One look-up: what was pasted, whom it is about, and what to say. */
export function LookupResult({ lookup, onSayBuyer, onSayBuyersWords, onChoose }: Props) {
  const { answer, problem, isBuyersWords, text } = lookup;
  const person = personOf(lookup);
  if (problem)
    return (
      <Notes>
        {[
          <Note key="problem" tone="risk">
            {t(`companionProblem_${problem}`)}
          </Note>,
        ]}
      </Notes>
    );
  if (!answer && !person) return <div aria-busy="true" />;
  const pasted = answer?.pasted ?? null;
  const chat = pasted?.kind === 'chat' ? pasted.chat : null;
  const unknown = answer && !isBuyersWords && !lookup.isForgotten ? unknownText(answer, person) : null;
  const notes = [
    lookup.isForgotten && (
      <Note key="forgotten" tone="plain">
        {t('companionForgotten')}
      </Note>
    ),
    chat && <BuyerChoice key="buyer" chat={chat} onSay={onSayBuyer} />,
    pasted?.kind === 'words' && !isBuyersWords && (
      <Note key="words" tone="watch" isLive>
        <q className={styles.words}>{pasted.text}</q>
        {t('companionWhoseWords')}
        <Button onClick={onSayBuyersWords}>{t('companionBuyersWords')}</Button>
      </Note>
    ),
    unknown !== null && (
      <Note key="unknown" tone="watch" isLive>
        {unknown}
        {/* A short sentence looks like a nick that nobody has. */}
        {pasted?.kind === 'nick' && answer?.others.length === 0 && (
          <Button onClick={onSayBuyersWords}>{t('companionBuyersWords')}</Button>
        )}
      </Note>
    ),
  ].filter((note) => note !== null && note !== false);
  return (
    <KeepLibrary>
      <Notes>{notes}</Notes>
      {chat && <PastedConversation chat={chat} />}
      {isBuyersWords && <p className={styles.said}>{text?.trim()}</p>}
      {pasted?.kind === 'panel' && <PastedOrders panel={pasted.panel} />}
      {!person && answer && <PeopleChoice title={t('companionMayBe')} people={answer.others} onChoose={onChoose} />}
      {person ? (
        <Suspense fallback={<div aria-busy="true" />}>
          <CustomerPage
            key={person.customerId}
            shown={{ ...person, because: 'chosen' }}
            page={pageOf(person, lookup)}
            isReplyFirst
          />
        </Suspense>
      ) : (
        messagesOf(lookup).length > 0 && <RepliesForAnyone lookup={lookup} />
      )}
      {person && answer && answer.others.length > 0 && !lookup.chosen && (
        <PeopleChoice title={t('companionOthers')} people={answer.others} onChoose={onChoose} />
      )}
    </KeepLibrary>
  );
}

function Notes({ children }: { children: readonly ReactNode[] }) {
  return children.length > 0 && <div className={styles.notes}>{children}</div>;
}

/** Words for a buyer whom nobody knows: to copy, with nothing recorded. */
function RepliesForAnyone({ lookup }: { lookup: Lookup }) {
  const shop = lookup.answer?.shop ?? null;
  const messages = messagesOf(lookup);
  const heard = useHeard(messages);
  return (
    <ReplySection
      isAsked={false}
      context={{
        customerId: null,
        shopId: shop?.shopId ?? null,
        platform: shop?.platform ?? 'taobao',
        tierIds: [],
        orders: [],
        openOrderIds: [],
        wholePast: null,
        points: null,
        shopName: shop?.name ?? null,
        chat: chatOf('', '', messages),
        heard,
        tabId: null,
        suggestion: null,
      }}
    />
  );
}

/** What is not known, and what would make it known; null where somebody is. */
function unknownText({ pasted, isMaskedOrder, others, shop }: PasteAnswer, person: PastedPerson | null): string | null {
  if (person) return person.isSeen ? null : t('companionUnseen', person.display, shop?.name ?? t('unnamedShop'));
  switch (pasted.kind) {
    case 'chat':
      return pasted.chat.buyer === null ? null : t('companionUnknownNick', shownName(pasted.chat.buyer));
    case 'panel':
      return pasted.panel.nick === null
        ? t('companionUnknownOrders')
        : t('companionUnknownNick', shownName(pasted.panel.nick));
    case 'nick':
      return t(others.length > 0 ? 'companionSimilarOnly' : 'companionUnknownNick', shownName(pasted.nick));
    case 'number':
      if (isMaskedOrder) return t('companionMaskedOrder', orderTail(pasted.digits));
      return others.length > 0 ? null : t('companionUnknownOrder', orderTail(pasted.digits));
    case 'nothing':
      return t('companionNoText');
    default:
      return null;
  }
}
