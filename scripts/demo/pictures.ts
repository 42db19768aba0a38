/** Pictures of the demo: our pages alone, and beside a console as a person sees them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { fewerColours } from './fewer-colours.ts';

const HEIGHT_PX = 800;

export interface PictureOptions {
  /** CSS pixels; 360 when left out. */
  widthPx?: number;
  /** CSS pixels; 800 when left out. */
  heightPx?: number;
  scheme?: 'light' | 'dark';
}

export interface Pictures {
  /** One of our pages. */
  ours(page: Page, name: string, options?: PictureOptions): Promise<void>;
  /** A console with the panel at its right, as in the browser's window: 1280 x 800, as the stores want it. */
  sideBySide(consolePage: Page, panel: Page, name: string): Promise<void>;
}

/** @param folder is made when missing; pictures are PNG files of 256 colours in it */
export function pictures(context: BrowserContext, folder: string): Pictures {
  mkdirSync(folder, { recursive: true });
  const save = (name: string, image: Buffer) => writeFileSync(join(folder, `${name}.png`), fewerColours(image));
  const shoot = async (page: Page, widthPx: number, heightPx = HEIGHT_PX) => {
    await page.setViewportSize({ width: widthPx, height: heightPx });
    await page.waitForTimeout(250);
    return await page.screenshot();
  };
  return {
    async ours(page, name, { widthPx = 360, heightPx, scheme = 'light' } = {}) {
      await page.emulateMedia({ colorScheme: scheme });
      save(name, await shoot(page, widthPx, heightPx));
      await page.emulateMedia({ colorScheme: 'light' });
    },
    async sideBySide(consolePage, panel, name) {
      const [left, right] = [await shoot(consolePage, 919), await shoot(panel, 360)];
      const frame = await context.newPage();
      await frame.setViewportSize({ width: 1280, height: HEIGHT_PX });
      const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
      await frame.setContent(
        `<style>body{margin:0;display:flex;gap:1px;background:#8886}img{display:block}</style>${image(left)}${image(right)}`,
      );
      save(name, await frame.screenshot());
      await frame.close();
    },
  };
}
