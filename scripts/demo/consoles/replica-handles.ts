/**
 * `window.__replica`: how a test drives a replica console from inside. `page` tells which one it is.
 * Nothing here exists on the real pages.
 */
import type { JdRoute } from './jd-shop/routes.ts';

interface Handle {
  /** Everything asked for has been painted. */
  ready: () => boolean;
}

interface ListHandle extends Handle {
  /** Paints one row anew with this status text; later loads keep it. */
  setStatus: (orderId: string, text: string) => void;
  /** Page number from 1. */
  goto: (page: number) => void;
  setPageSize: (size: number) => void;
  /** A tab code, such as `waitOut` or `waitSend`. */
  selectTab: (tab: string) => void;
  /** Order numbers now painted, in page order. */
  orderIds: () => string[];
}

export interface JdShopReplica extends ListHandle {
  page: 'jd-shop';
  /** The seller's choice of columns: `receivables`, `consigneeInfo`, `orderStatus`; [] shows all. */
  hideColumns: (props: string[]) => void;
  navigate: (route: JdRoute) => void;
}

export interface TaobaoConsoleReplica extends ListHandle {
  page: 'taobao-console';
  navigate: (route: 'home' | 'sold' | 'refunds' | 'coupons') => void;
  /** Lays the captcha frame over the page, or takes it away. */
  punish: (isShown: boolean) => void;
}

export interface TaobaoOldReplica extends ListHandle {
  page: 'taobao-old';
}

export interface JdChatReplica extends Handle {
  page: 'jd-chat';
  /** Every message the page has sent. Stays empty when something only fills the editor. */
  sent: { pin: string; text: string }[];
  /** The editor's text as the page knows it from `input` events. */
  editorValue: string;
  /** Selects a conversation: row and header at once, messages late. */
  switchTo: (pin: string) => void;
  /** `正在咨询` or `历史咨询`. */
  showTab: (title: string) => void;
  /** A buyer writes. */
  receive: (pin: string, text: string) => void;
  /** Pins of the open list, top first. */
  pins: () => string[];
}

export type Replica = JdShopReplica | JdChatReplica | TaobaoConsoleReplica | TaobaoOldReplica;

declare global {
  interface Window {
    __replica: Replica;
  }
}
