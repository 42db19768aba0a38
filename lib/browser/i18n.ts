/** Texts of the interface, from `public/_locales`; the keys are checked by the compiler. */
import { browser } from 'wxt/browser';
import type { Label } from '../model/label.ts';
import type messages from '../../public/_locales/zh_CN/messages.json';

export type MessageKey = keyof typeof messages;

/** @param values fill $1, $2, … of the message */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  const i18n = browser.i18n as { getMessage(name: string, substitutions: string[]): string };
  return withNumbers(i18n.getMessage(key, values.map(String))) || key;
}

/** `3 {day|days}`: of the two words the one that goes with the number before them. Chinese needs none. */
function withNumbers(text: string): string {
  return text.replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, many: string, at: number) =>
    /(?:^|[^\d.,])1\D*$/.test(text.slice(0, at)) ? one : many,
  );
}

/** The language of the messages, which is not always the browser's own. */
export function shownLanguage(): keyof Label {
  return t('documentLanguage').startsWith('zh') ? 'zh' : 'en';
}

/** The part of a rule's label in the language of the messages. */
export function labelText(label: Label): string {
  return label[shownLanguage()];
}
