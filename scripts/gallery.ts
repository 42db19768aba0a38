/**
 * `npm run gallery`: a page of components in every state, with long names, in both languages and both themes side by side;
 * `one.html` beside it shows one of them at 320, 360 and 600 px (`?lang=en&theme=dark`; `&empty` without a shop in the store). `-- --pictures` takes pictures of all instead.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser/chromium.ts';
import { buildGallery, galleryLooks } from './gallery/build-gallery.ts';

const folder = join(import.meta.dirname, '..', '.output', 'gallery');
const path = await buildGallery(folder);

if (process.argv.includes('--pictures')) {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1420, height: 900 } });
  for (const { lang, theme, query } of galleryLooks) {
    await page.goto(`${pathToFileURL(join(folder, 'one.html')).href}?${query}`);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${lang}-${theme}.png`), fullPage: true });
  }
  await browser.close();
}
console.log(`${process.argv.includes('--pictures') ? 'Pictures and page are' : 'The page is'} ${path}`);
