/** The interface's texts in tests: the real zh_CN file, filled the way Chrome fills `$1` … `$9`. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '../../../public/_locales/zh_CN/messages.json' with { type: 'json' };

type Messages = Readonly<Record<string, { message: string }>>;

export function speakChinese(): void {
  const getMessage = (name: string, substitutions: readonly string[] = []) => {
    const text = (messages as Messages)[name]?.message ?? '';
    return text.replace(/\$([1-9])/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
  };
  Object.assign(fakeBrowser.i18n, { getMessage, getUILanguage: () => 'zh-CN' });
}
