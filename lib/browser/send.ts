/** The typed clients, over the browser's own messages. */
import { browser } from 'wxt/browser';
import { pageClient, sampleClient, tabClient, uiClient } from '../messaging/client.ts';
import { shownFrameId } from './page-states.ts';

export const toBackgroundFromPage = pageClient((message) => browser.runtime.sendMessage(message));
export const toBackground = uiClient((message) => browser.runtime.sendMessage(message));
export const toSample = sampleClient((message) => browser.runtime.sendMessage(message));
/** To the frame whose page the tab shows: each frame of a seller's host has a script of ours. */
export const toTab = (tabId: number) =>
  tabClient(async (message) => browser.tabs.sendMessage(tabId, message, { frameId: await shownFrameId(tabId) }));
