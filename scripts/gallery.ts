/**
 * `npm run gallery`: a page with every component in every state, at 320, 360 and 600 px, with long names; it follows the system's
 * light or dark, and speaks English with `?lang=en`. `-- --pictures` takes pictures of it in both instead.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser/chromium.ts';
import { buildGallery } from './gallery/build-gallery.ts';

const folder = join(import.meta.dirname, '..', '.output', 'gallery');
const path = await buildGallery(folder);

if (process.argv.includes('--pictures')) {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1420, height: 900 } });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const lang of ['zh', 'en']) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${pathToFileURL(path).href}?lang=${lang}`);
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(folder, `${lang}-${colorScheme}.png`), fullPage: true });
    }
  }
  await browser.close();
}
console.log(`${process.argv.includes('--pictures') ? 'Pictures and page are' : 'The page is'} in ${folder}`);
