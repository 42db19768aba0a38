import { defineConfig } from 'wxt';
import { sellerPages } from './lib/platforms/seller-pages.ts';
import { checkedRules } from './scripts/build/checked-rules.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  // While developing, the rules are read afresh and checked at load.
  vite: ({ command }) => ({ plugins: command === 'build' ? [checkedRules()] : [] }),
  // The Firefox store rebuilds the add-on from its sources.
  zip: { excludeSources: ['scripts/demo/pictures/**', 'tests/**/*.png'] },
  manifest: ({ browser, command }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'zh_CN',
    // `scripting` registers the reading script where the person allowed it and the observer of precise mode while it is on, and makes a
    // diagnostic file on a click; it reaches no other host.
    // `alarms` wakes the worker when a work order's time is up.
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for when the person chooses a platform, and given back at any time.
    optional_host_permissions: [...sellerPages],
    // Nothing leaves the machine: the browser itself refuses every request of ours. While developing, the
    // tools need their own connection.
    ...(command === 'build' ? { content_security_policy: { extension_pages: contentSecurityPolicy } } : {}),
    // Letters that no input method and no platform takes; people change them in the browser's settings.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_popup__' },
      [browser === 'firefox' ? '_execute_sidebar_action' : 'open-panel']: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_command_panel__',
      },
      'look-up': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_command_lookUp__' },
      lock: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_lock__' },
    },
    action: { default_title: '__MSG_appName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'liuke@liuke.example',
              strict_min_version: '128.0',
              // Nothing leaves the machine, so there is nothing to ask consent for.
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
