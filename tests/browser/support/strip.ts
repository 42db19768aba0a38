/** The strip at the chat box, looked into as only a debugger can: its shadow root is closed. */
import type { CDPSession, Page } from 'playwright-core';
import { inOverlay } from './overlay.ts';

/** What a person sees of it. */
export interface SeenStrip {
  severity: string;
  text: string;
  words: string;
  /** Names of its buttons that can be seen, in order. */
  buttons: string[];
  /** Viewport coordinates. */
  box: { x: number; y: number; width: number; height: number };
  hasFocus: boolean;
}

export class StripProbe {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<StripProbe> {
    return new StripProbe(page, await page.context().newCDPSession(page));
  }

  /** Null while there is none, or it is hidden. */
  async see(): Promise<SeenStrip | null> {
    return await inOverlay<SeenStrip>(
      this.#session,
      `function () {
      const strip = this.querySelector('section');
      if (!strip || strip.hidden || getComputedStyle(strip).visibility !== 'visible') return null;
      const shown = (element) => element.checkVisibility();
      const { x, y, width, height } = strip.getBoundingClientRect();
      return {
        severity: strip.className,
        text: strip.innerText,
        words: strip.querySelector('.words').textContent,
        buttons: [...strip.querySelectorAll('button')].filter(shown).map((one) => one.ariaLabel ?? one.textContent),
        box: { x, y, width, height },
        hasFocus: this.activeElement !== null,
      };
    }`,
    );
  }

  /** Clicks where a button stands, as a mouse does. @param at its place among those that can be seen */
  async click(at: number): Promise<void> {
    const spot = await inOverlay<{ x: number; y: number }>(
      this.#session,
      `function () {
      const buttons = [...this.querySelectorAll('section button')].filter((element) => element.checkVisibility());
      const { x, y, width, height } = buttons.at(${at}).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }`,
    );
    if (!spot) throw new Error('expected a strip to click on, found none');
    await this.#page.mouse.click(spot.x, spot.y);
  }
}
