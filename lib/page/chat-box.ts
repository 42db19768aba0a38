/**
 * The chat box that is open now, handed from the page's script to the one that looks at what is typed there. Most pages have no box, so
 * that one is brought in when the first is seen. Both run in our own world of the frame and meet there.
 */
import type { Platform } from '../model/platform.ts';
import type { PageReading } from '../platforms/page-reader.ts';
import type { Overlay } from './overlay.ts';

export interface ChatBox {
  editor: HTMLElement;
  platform: Platform;
  /** The platform's id of the buyer whose conversation is open. */
  customerKey: string;
  /** The row, the header and the messages are of this buyer. */
  isSettled: boolean;
}

/** Null without a box, and while it is not certain whose conversation is open. */
export function chatBoxOf({ batch: { platform, chat }, editor }: PageReading): ChatBox | null {
  const customerKey = chat?.customer?.key ?? null;
  if (editor === null || customerKey === null || platform === null) return null;
  return { editor, platform, customerKey, isSettled: chat!.settled };
}

type OnBox = (box: ChatBox | null) => void;

/** What the page's script leaves for the other one. */
export interface BoxHandOver {
  overlay: Overlay;
  /** By a fresh reading of the page. */
  openBox: () => ChatBox | null;
  /** Calls back with the box of now, and of every later reading. Who followed before hears of no box any more. */
  follow(onBox: OnBox): void;
}

/** @param bring brings the other script in; asked again when it failed and a box is seen again */
export function boxKeeper(bring: () => Promise<void>): { show: OnBox; follow: BoxHandOver['follow'] } {
  let box: ChatBox | null = null;
  let tell: OnBox | null = null;
  let isAsked = false;
  return {
    show(next) {
      box = next;
      tell?.(box);
      if (box === null || isAsked) return;
      isAsked = true;
      bring().catch(() => {
        isAsked = false;
      });
    },
    follow(onBox) {
      tell?.(null);
      tell = onBox;
      onBox(box);
    },
  };
}

/** A name in our own world, which the page does not see. */
interface OurWorld {
  liukeChatBox?: BoxHandOver;
}

export function keepHandOver(world: object, handOver: BoxHandOver): void {
  (world as OurWorld).liukeChatBox = handOver;
}

export function keptHandOver(world: object): BoxHandOver | null {
  return (world as OurWorld).liukeChatBox ?? null;
}
