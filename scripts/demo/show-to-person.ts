/** The demo for a person at a display: tabs of the consoles, and the panel beside them. */
import type { ExtensionBrowser } from '../browser/chromium.ts';
import { wordOf } from '../browser/panel-window.ts';
import { painted } from '../browser/replica.ts';
import { consoleUrls } from './console-urls.ts';

/** Returns when the person closes the browser. */
export async function showToPerson({ context, extensionId }: ExtensionBrowser): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    context.on('close', () => resolve());
  });
  const { taobaoOld, taobaoSold, jdChat, jdAfterSales, jdOrders } = consoleUrls;
  for (const url of [taobaoOld, taobaoSold, jdChat, jdAfterSales, jdOrders]) {
    const page = await context.newPage();
    await page.goto(url);
    await painted(page);
  }
  await context.pages()[0]?.close();
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html`);
  // A side panel opens by a click only; this is the click.
  await popup.getByRole('button', { name: await wordOf(popup, 'openPanel') }).click();
  await popup.close();
  console.log(
    'The browser is yours: a made-up shop on JD and Taobao, the panel at the side. Close the browser to end the demo.',
  );
  await closed;
}
