/** Typing into the JD chat, and seeing what the strip says of it. */
import type { Keyboard, Locator } from 'playwright-core';
import type { FromUi, Input } from '../../../lib/messaging/protocol.ts';
import { until } from '../../../scripts/browser/extension-store.ts';
import { startJdChat, type JdChat } from './jd-chat.ts';
import { StripProbe, type SeenStrip } from './strip.ts';

/** Of high risk: it asks for a private account. */
export const violating = '亲，加微信 liuke_8866 给您补';
/** What is found begins so; how far it goes is the rules' matter. */
export const FOUND = '加微信 liuke_8866';
/** And for a good review besides. */
export const violatingToo = `${violating}，好评还能返5元`;

/** Buttons of the strip by their place. */
export const REWRITE = 0;
export const NEXT = 1;
export const CLOSE = -1;

export interface TypedChat {
  jd: JdChat;
  strip: StripProbe;
  box: Locator;
  keys: Keyboard;
  /** What the page holds to be in its box. */
  value(): Promise<string>;
  /** Waits for the strip, or for one that is as wanted. */
  seen(isWanted?: (strip: SeenStrip) => boolean): Promise<SeenStrip>;
  gone(): Promise<void>;
  /** The cursor in an empty box, and no strip. */
  begin(): Promise<void>;
  /** A message of the panel. */
  tell<Name extends keyof FromUi>(name: Name, input: Input<FromUi, Name>): Promise<unknown>;
}

export async function startTypedChat(): Promise<TypedChat> {
  const jd = await startJdChat();
  const strip = await StripProbe.on(jd.chat);
  await jd.settledOn(jd.pins[0]!);
  const box = jd.chat.locator('.EditorContent');
  const keys = jd.chat.keyboard;
  const gone = async () =>
    void (await until(
      () => strip.see(),
      (found) => found === null,
    ));
  return {
    jd,
    strip,
    box,
    keys,
    gone,
    value: async () => (await jd.editor()).value,
    async seen(isWanted = () => true) {
      return (await until(
        () => strip.see(),
        (found) => found !== null && isWanted(found),
      ))!;
    },
    async begin() {
      await box.click();
      await keys.press('Control+A');
      await keys.press('Delete');
      await gone();
    },
    async tell(name, input) {
      return await jd.panel.evaluate(
        async ([to, what]) => {
          const { chrome } = globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
          };
          return await chrome.runtime.sendMessage({ name: to, input: what });
        },
        [name as string, input] as const,
      );
    },
  };
}
