/** The interface's texts in tests: the real files, filled the way Chrome fills `$1` … `$9`. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import chinese from '../../../public/_locales/zh_CN/messages.json' with { type: 'json' };

type Messages = Readonly<Record<string, { message: string }>>;

export function speakChinese(): void {
  speak(chinese, 'zh-CN');
}

export function speakEnglish(): void {
  speak(english, 'en');
}

function speak(messages: Messages, language: string): void {
  const getMessage = (name: string, substitutions: readonly string[] = []) => {
    const text = messages[name]?.message ?? '';
    return text.replace(/\$([1-9])/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
  };
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => language });
}
