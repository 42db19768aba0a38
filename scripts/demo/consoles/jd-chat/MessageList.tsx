import { useLayoutEffect, useRef } from 'react';
import { platformTime } from '../../answers/platform-text.ts';
import { productImage } from '../../answers/product-image.ts';
import type { DemoConversation, DemoMessage } from '../../shop/demo-shop.ts';
import css from './workbench.module.css';

const sides = { buyer: 'message_left', seller: 'message_right' } as const;

interface MessageListProps {
  conversation: DemoConversation;
  waiter: string;
}

/** The messages, scrolled to the newest. */
export function MessageList({ conversation, waiter }: MessageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // In braces: new Chromium gives a promise back, which React would take for a clean-up.
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, scroller.current.scrollHeight);
  });
  return (
    <div id="t-chat-scroll" className={`chat-scroll-wrap ${css.scroll}`} ref={scroller}>
      <div />
      <div>
        <div className="c-wrap">
          <div className="c-c">
            {conversation.messages.map((message) => (
              <div key={message.sentAt} className="message">
                {message.from === 'system' ? (
                  <div className={`message_center ${css.center}`}>
                    <span className="message__system">{message.text}</span>
                  </div>
                ) : (
                  <Bubble message={message} conversation={conversation} waiter={waiter} />
                )}
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function Bubble({ message, conversation, waiter }: { message: DemoMessage } & MessageListProps) {
  const isSeller = message.from === 'seller';
  return (
    <div
      className={`${sides[isSeller ? 'seller' : 'buyer']} ${isSeller ? css.right : css.left}`}
      id={`s_${message.sentAt}`}
    >
      <div className={`message__nickname ${css.nickname}`}>
        {isSeller ? waiter : conversation.pin} <span className="message__time_str">{platformTime(message.sentAt)}</span>
      </div>
      {message.kind === 'text' && (
        <pre
          className={`message__text message__text_${isSeller ? 'right' : 'left'} ${isSeller ? css.textRight : css.textLeft}`}
        >
          <span className="message__content">{message.text}</span>
        </pre>
      )}
      {message.kind === 'image' && (
        <div className="message__image">
          <div className="message__image-wrap message__image_left">
            <img className={css.image} src={productImage(message.sentAt % 30)} alt="" />
          </div>
        </div>
      )}
      {message.kind === 'product' && <ProductCard {...conversation.product} />}
      {isSeller && <span className={`message__read_status read ${css.read}`}>已读</span>}
    </div>
  );
}

function ProductCard({ title, priceFen }: DemoConversation['product']) {
  return (
    <div className={`CardWrapper ProductCard ${css.card}`}>
      <div className={`CardBody ${css.cardBody}`}>
        <div className="CardCover">
          <img className={css.cover} src={productImage(priceFen % 30)} alt="" />
        </div>
        <div className="CardInfo">
          <div className={`CardTitle ${css.cardTitle}`}>{title}</div>
          <div className={`CardPrice ${css.cardPrice}`}>{`￥${(priceFen / 100).toFixed(2)}`}</div>
        </div>
      </div>
    </div>
  );
}
