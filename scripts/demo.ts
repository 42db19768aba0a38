/**
 * `npm run demo`: the built extension in a real browser, over replica consoles of a made-up shop (3,000 customers, 18 months).
 * With a display it stays open for you; without one, or with `--headless`, it walks the line from the order list to the reply,
 * writes pictures to `.output/demo/` and prints what it saw; with `--english` our interface speaks English, and the pictures are in
 * `.output/demo/en/`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { launchWithExtension } from './browser/chromium.ts';
import { buildConsoles } from './demo/build-consoles.ts';
import { answerConsoles } from './demo/host.ts';
import { generateShop } from './demo/shop-generator.ts';
import { showToPerson } from './demo/show-to-person.ts';
import { walkTheLine } from './demo/walk-the-line.ts';

const root = join(import.meta.dirname, '..');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = process.argv.includes('--headless') || !hasDisplay;

const language = process.argv.includes('--english') ? 'en' : 'zh';

const build = spawnSync(join(root, 'node_modules', '.bin', 'wxt'), ['build'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (build.status !== 0) throw new Error('the extension did not build; see above');

const untilMs = Date.now();
const jd = generateShop({ platform: 'jd', seed: 20, untilMs });
const taobao = generateShop({ platform: 'taobao', seed: 21, untilMs });
const browser = await launchWithExtension({
  extensionDir: join(root, '.output', 'chrome-mv3'),
  headless,
  language,
  // Of a machine beside the made-up shop.
  timeZone: 'Asia/Shanghai',
});
try {
  // Class names of the consoles differ at every start, as at every new build of the real ones.
  const bundles = await buildConsoles(untilMs % 1_000_000);
  const log = await answerConsoles(browser.context, { jd, taobao, bundles });
  if (headless) await walkTheLine(browser, jd, join(root, '.output', 'demo', language === 'en' ? 'en' : ''));
  else await showToPerson(browser);
  if (log.refused.length > 0) console.log(`refused requests: ${log.refused.join(', ')}`);
} finally {
  await browser.close();
}
