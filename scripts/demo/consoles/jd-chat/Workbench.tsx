import { useEffect, useState } from 'react';
import type { ChatCheckin } from '../../answers/jd-api.ts';
import type { DemoMessage } from '../../shop/demo-shop.ts';
import { useReplica } from '../shared/use-replica.ts';
import { lateMs } from '../shared/late.ts';
import { ConversationList } from './ConversationList.tsx';
import { Editor } from './Editor.tsx';
import { MessageList } from './MessageList.tsx';
import css from './workbench.module.css';

const listTitles = ['正在咨询', '历史咨询', '常用联系人', '群聊', '组织架构'] as const;

export function Workbench({ venderId, waiter, conversations: initial }: ChatCheckin) {
  const [conversations, setConversations] = useState(initial);
  const [list, setList] = useState<string>(listTitles[0]);
  const [selectedPin, setSelectedPin] = useState(
    initial.find((conversation) => conversation.pane === 'current')?.pin ?? '',
  );
  const shownPin = useLate(selectedPin, 800);
  const [editorValue, setEditorValue] = useState('');
  const [sent, setSent] = useState<{ pin: string; text: string }[]>([]);

  const selected = conversations.find((conversation) => conversation.pin === selectedPin);
  const shown = conversations.find((conversation) => conversation.pin === shownPin);
  const append = (pin: string, from: DemoMessage['from'], text: string) =>
    setConversations((all) =>
      all.map((conversation) => {
        if (conversation.pin !== pin) return conversation;
        const sentAt = Math.max(Date.now(), (conversation.messages.at(-1)?.sentAt ?? 0) + 1000);
        return { ...conversation, messages: [...conversation.messages, { from, kind: 'text', text, sentAt }] };
      }),
    );
  const send = (text: string) => {
    setSent((all) => [...all, { pin: selectedPin, text }]);
    append(selectedPin, 'seller', text);
  };

  const pane = list === listTitles[0] ? 'current' : list === listTitles[1] ? 'past' : null;
  useReplica({
    page: 'jd-chat',
    ready: () => shownPin === selectedPin,
    sent,
    editorValue,
    switchTo: setSelectedPin,
    showTab: setList,
    receive: (pin, text) => append(pin, 'buyer', text),
    pins: () => conversations.filter((conversation) => conversation.pane === pane).map(({ pin }) => pin),
  });

  return (
    <div className={`root ${css.root}`}>
      <div className={`windows ${css.windows}`}>
        <div className={`container ${css.container}`}>
          <header id="t-body_header" className={css.header}>
            <b>客服工作台</b>
            <span className={css.demo}>演示</span>
            <span className={css.waiter}>{waiter} · 在线</span>
          </header>
          <div className={`panel-content ${css.panels}`}>
            <div className={`ulist-wrap ${css.lists}`}>
              <div id="t-ulist_search">
                <input id="t-search_input" className={css.search} placeholder="搜索联系人" />
              </div>
              <ConversationList
                titles={listTitles}
                open={list}
                onOpen={setList}
                conversations={conversations}
                venderId={venderId}
                selectedPin={selectedPin}
                onSelect={setSelectedPin}
              />
            </div>
            <div className={`panel-content-left ${css.chat}`}>
              <div className={`chat-wrap ${css.chatWrap}`}>
                <div className={`chat-head ${css.chatHead}`}>
                  <div className="chat-head-title">
                    <div className={`chat-head-name ${css.chatName}`}>
                      <span>{selected?.pin}</span>
                    </div>
                  </div>
                  <div className={`chat-product t-bf ${css.chatProduct}`}>
                    正在浏览 <span className="name over-elps">{selected?.product.title}</span>
                  </div>
                </div>
                <div className={`chat-content-w ${css.chatContent}`}>
                  {shown && <MessageList key={shown.pin} conversation={shown} waiter={waiter} />}
                  <div className={`chat-foot ${css.foot}`}>
                    <Editor key={selectedPin} onValue={setEditorValue} onSend={send} />
                  </div>
                </div>
              </div>
            </div>
            <div className={`phrase-wrap ${css.phrases}`}>
              <b>快捷短语</b>
              {['您好，请问有什么可以帮您？', '稍等，我帮您查一下。', '感谢您的支持！'].map((phrase) => (
                <p key={phrase}>{phrase}</p>
              ))}
            </div>
          </div>
        </div>
        <div className={`plugin-wrap ${css.plugins}`}>
          <b>订单助手</b>
          <p>选择客户后显示</p>
        </div>
      </div>
    </div>
  );
}

/** `value` as it was `ms` ago; the first one, too, comes late. */
function useLate(value: string, ms: number): string {
  const [late, setLate] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), lateMs(ms));
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}
