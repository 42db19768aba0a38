/** Who was in sight until another conversation was opened is noted after the screen has turned to that one: nobody waits for it. */
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createServices } from '../../../entrypoints/background/handlers.ts';
import { watchPageState } from '../../../lib/browser/page-states.ts';
import { listener } from '../../../lib/messaging/server.ts';
import { makeChatReport, makeReport } from '../../support/make-report.ts';
import { makeOrder, stable } from '../../support/make-order.ts';
import { openTestDatabase } from '../../support/test-database.ts';

const extension = { id: 'liukeid', origin: 'chrome-extension://liukeid/' };
const chatPage = { id: 'liukeid', url: 'https://dongdong.jd.com/', tab: { id: 7 } };

test('the conversation before was in sight until the next one was shown, and is noted after that', async () => {
  Object.assign(fakeBrowser.i18n, { getMessage: (name: string) => name, getUILanguage: () => 'en-US' });
  const db = openTestDatabase();
  const services = createServices(db, { wanted() {} }, { look() {}, async seeMissed() {} });
  const tell = async (report: object) =>
    await listener(services, extension)(
      { name: 'reportPage', input: report, commandId: crypto.randomUUID() },
      chatPage,
    );
  const [anna, ben] = ['wd_anna', 'wd_ben'].map((pin) => makeChatReport([pin]));
  const orders = ['wd_anna', 'wd_ben'].map((pin, index) =>
    makeOrder({ orderId: `309011223344883${index}`, buyer: stable(pin) }),
  );
  await tell(makeReport(orders, { shopHints: anna!.shopHints }));
  await tell({
    ...anna!,
    chat: { ...anna!.chat!, messages: [{ from: 'buyer', text: '在吗', at: anna!.observedAt - 1000 }] },
  });
  const seenAt = async () => (await db.waits.toArray()).map((wait) => wait.seenAt);
  expect(await seenAt()).toEqual([anna!.observedAt]);

  const shown = Promise.withResolvers<{ at: number; noted: number[] }>();
  const stop = watchPageState(7, () => {
    const at = Date.now();
    // A screen is made of it meanwhile.
    setTimeout(() => void seenAt().then((noted) => shown.resolve({ at, noted })), 40);
  });
  await tell({ ...ben!, observedAt: ben!.observedAt + 1 });
  stop();
  const { at, noted } = await shown.promise;
  expect(noted).toEqual([anna!.observedAt]);
  const [leftAt] = await seenAt();
  expect(leftAt).toBeGreaterThan(anna!.observedAt);
  // The moment of the turn, not that of the note.
  expect(leftAt! - at).toBeLessThan(50);
});
