/** The typed clients, over the browser's own messages. */
import { browser } from 'wxt/browser';
import { pageClient, tabClient, uiClient } from '../messaging/client.ts';

export const toBackgroundFromPage = pageClient((message) => browser.runtime.sendMessage(message));
export const toBackground = uiClient((message) => browser.runtime.sendMessage(message));
export const toTab = (tabId: number) => tabClient((message) => browser.tabs.sendMessage(tabId, message));
