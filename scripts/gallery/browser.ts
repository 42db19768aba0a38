/**
 * Stands in for the extension's browser in the gallery: texts in the language of the address, storage in memory, one tab with a seller's page, and
 * messages that reach the background of the gallery's shop.
 */
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };

type Messages = Readonly<Record<string, { message: string }>>;
type Changes = Record<string, { newValue?: unknown }>;
type OnChanged = (changes: Changes, area: string) => void;

const messages: Messages = new URLSearchParams(location.search).get('lang') === 'en' ? en : zh;
const silent = { addListener() {}, removeListener() {} };
const never = () => new Promise(() => {});

const listeners = new Set<OnChanged>();
const onChanged = {
  addListener: (listener: OnChanged) => void listeners.add(listener),
  removeListener: (listener: OnChanged) => void listeners.delete(listener),
};

function memory(name: string) {
  const kept = new Map<string, unknown>();
  const tell = (changes: Changes) => listeners.forEach((listener) => listener(changes, name));
  return {
    async get(keys?: string | readonly string[] | null) {
      const asked = keys === undefined || keys === null ? [...kept.keys()] : [keys].flat();
      return Object.fromEntries(asked.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)]));
    },
    async set(values: Record<string, unknown>) {
      for (const [key, value] of Object.entries(values)) kept.set(key, value);
      tell(Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])));
    },
    async remove(keys: string | readonly string[]) {
      for (const key of [keys].flat()) kept.delete(key);
      tell(Object.fromEntries([keys].flat().map((key) => [key, {}])));
    },
    onChanged: silent,
  };
}

export const TAB_ID = 1;
const window = { id: 1, type: 'normal' };

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
  runtime: {
    id: 'gallery',
    getURL: (path: string) => path,
    getManifest: () => ({ manifest_version: 3, version: '0.0.0', optional_host_permissions: [] }),
    onMessage: silent,
    // Until there is a shop, nobody answers.
    sendMessage: never as (message: unknown) => unknown,
  },
  action: { setBadgeText: async () => {} },
  alarms: { create: async () => {}, clear: async () => true, onAlarm: silent },
  permissions: { contains: async () => true, request: async () => false, onAdded: silent, onRemoved: silent },
  storage: { local: memory('local'), session: memory('session'), onChanged },
  tabs: {
    query: async () => [{ id: TAB_ID, windowId: window.id, active: true }],
    sendMessage: never,
    create: async () => {},
    update: async () => {},
    onActivated: silent,
    onUpdated: silent,
    onRemoved: silent,
  },
  windows: {
    getCurrent: async () => window,
    getLastFocused: async () => window,
    create: async () => {},
    update: async () => {},
    onFocusChanged: silent,
  },
  sidePanel: { open: async () => {} },
};
