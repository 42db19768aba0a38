/** The five lists; only one is open, the others stay in the document, hidden. */
import { platformTime } from '../../answers/platform-text.ts';
import type { DemoConversation } from '../../shop/demo-shop.ts';
import css from './workbench.module.css';

interface ConversationListProps {
  titles: readonly string[];
  open: string;
  onOpen: (title: string) => void;
  conversations: readonly DemoConversation[];
  venderId: string;
  selectedPin: string;
  onSelect: (pin: string) => void;
}

const NAME_LETTERS = 11;

export function ConversationList({
  titles,
  open,
  onOpen,
  conversations,
  venderId,
  selectedPin,
  onSelect,
}: ConversationListProps) {
  const panes = [
    conversations.filter((conversation) => conversation.pane === 'current'),
    conversations.filter((conversation) => conversation.pane === 'past'),
  ];
  return (
    <div id="t-alluser-wrap" className={css.listsWrap}>
      <div className="c_tabs c_tabs-pos_top">
        <div className="c_tabs-bar">
          <div className={`c_tabs-nav-container ${css.listTabs}`}>
            {titles.map((title) => (
              <div
                key={title}
                title={title}
                className={`c_tabs-tab ${title === open ? `c_tabs-tab_check ${css.listTabHere}` : css.listTab}`}
                onClick={() => onOpen(title)}
              >
                {title.slice(0, 2)}
              </div>
            ))}
          </div>
        </div>
        <div className="c_tabs-content">
          {titles.map((title, index) => (
            <div
              key={title}
              className={`c_tabs-tabpane ${title === open ? '' : 'c_tabs-tab_inactive'}`}
              hidden={title !== open}
            >
              <div className={`list-compatible ${index === 1 ? 'recent-user-w' : ''}`}>
                <div className="c_stream">
                  <div className="c_stream-content">
                    {index < 2 && (
                      <div className={`c_cas-head ${css.group}`}>{`最近联系人(${panes[index]!.length})`}</div>
                    )}
                    {panes[index]?.map((conversation) => (
                      <Row
                        key={conversation.pin}
                        conversation={conversation}
                        venderId={venderId}
                        isSelected={conversation.pin === selectedPin}
                        onSelect={onSelect}
                      />
                    ))}
                    {index === 4 && <Colleague venderId={venderId} />}
                  </div>
                </div>
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  conversation: DemoConversation;
  venderId: string;
  isSelected: boolean;
  onSelect: (pin: string) => void;
}

function Row({ conversation: { pin, messages }, venderId, isSelected, onSelect }: RowProps) {
  const last = messages.at(-1);
  const brief = last?.kind === 'image' ? '[图片]' : last?.kind === 'product' ? '[商品]' : (last?.text ?? '');
  const letters = Array.from(pin);
  return (
    <div className="c_stream-item-w">
      <div className="alluser-item-content">
        <div
          id={`u_${pin}imcustomer${venderId}`}
          className={`alluser-item ${isSelected ? `alluser-item_check t-item-ck alluser-current ${css.rowHere}` : css.row}`}
          onClick={() => onSelect(pin)}
        >
          <div className={`alluser-item-name-w ${css.rowTop}`}>
            <span className="alluser-item-name" title={pin}>
              {letters.length > NAME_LETTERS ? `${letters.slice(0, NAME_LETTERS).join('')}…` : pin}
            </span>
            <span className={`alluser-item-date-w ${css.rowTime}`}>
              {last ? platformTime(last.sentAt).slice(11, 16) : ''}
            </span>
          </div>
          <div className={`alluser-item-breifdesc ${css.brief}`}>{brief}</div>
        </div>
      </div>
    </div>
  );
}

/** A member of staff: looks like a customer, is none. */
function Colleague({ venderId }: { venderId: string }) {
  return (
    <div className={`alluser-item ${css.row}`} id={`u_青屿客服小周imwaiter${venderId}`}>
      <div className="alluser-item-name-w">
        <span className="alluser-item-name" title="青屿客服小周">
          青屿客服小周
        </span>
      </div>
    </div>
  );
}
