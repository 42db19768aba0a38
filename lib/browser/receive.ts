/** The receiving end of the browser's messages. */
import { browser } from 'wxt/browser';
import { listener, type Service } from '../messaging/server.ts';

/** Answers the messages of these services from now on. Call it at once when a context starts, before any await. */
export function receive(services: readonly Service[]): void {
  const answer = listener(services, { id: browser.runtime.id, origin: browser.runtime.getURL('/') });
  // The types are Chrome's own, whose listeners cannot answer by promise; the polyfill behind `browser` lets them.
  browser.runtime.onMessage.addListener(answer as never);
}
