/** Stands in for the extension's browser in the gallery: texts in the language of the address, and nothing that answers. */
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

type Messages = Readonly<Record<string, { message: string }>>;

const messages: Messages = new URLSearchParams(location.search).get('lang') === 'en' ? en : zh;
const silent = { addListener() {}, removeListener() {} };
const area = { get: async () => ({}), set: async () => {}, onChanged: silent };

export const browser = {
  i18n: {
    getMessage: (name: string, values: readonly string[] = []) =>
      (messages[name]?.message ?? '').replace(/\$([1-9])/g, (_, digit: string) => values[Number(digit) - 1] ?? ''),
  },
  commands: {
    getAll: async () => [
      { name: 'open-panel', description: messages['command_panel']!.message, shortcut: 'Alt+Shift+L' },
    ],
  },
  // A command that is clicked here goes nowhere.
  runtime: {
    id: 'gallery',
    getURL: (path: string) => path,
    onMessage: silent,
    sendMessage: () => new Promise(() => {}),
  },
  storage: { local: area, session: area, onChanged: silent },
};
