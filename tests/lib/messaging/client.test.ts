import { expect, test } from 'vitest';
import { pageClient, tabClient, uiClient } from '../../../lib/messaging/client.ts';
import { isOwnPage, listener, service } from '../../../lib/messaging/server.ts';
import { toPage } from '../../../lib/messaging/to-page.ts';
import { makeReport } from '../../support/make-report.ts';

test('each call is one message, by its name', async () => {
  const sent: unknown[] = [];
  const send = async (message: unknown) => {
    sent.push(message);
    return { eventId: 'e1' };
  };
  const report = makeReport([]);
  await pageClient(send).reportPage(report);
  await expect(uiClient(send).undoEvent({ eventId: 'e0' })).resolves.toEqual({ eventId: 'e1' });
  expect(sent).toEqual([
    { name: 'reportPage', input: report },
    { name: 'undoEvent', input: { eventId: 'e0' } },
  ]);
});

test('what a client sends, the server of the other end takes', async () => {
  const extension = { id: 'liukeid', origin: 'chrome-extension://liukeid/' };
  const texts: string[] = [];
  const receive = listener(
    [
      service(toPage, isOwnPage, {
        fillReply: async ({ text }) => {
          texts.push(text);
          return { filled: true };
        },
        areYouThere: async () => true,
      }),
    ],
    extension,
  );
  const panel = { id: 'liukeid', url: 'chrome-extension://liukeid/sidepanel.html' };
  const client = tabClient(async (message) => await receive(JSON.parse(JSON.stringify(message)), panel));
  await expect(client.fillReply({ customerKey: 'wd_sunshine', text: '您好' })).resolves.toEqual({ filled: true });
  expect(texts).toEqual(['您好']);
});

test('an error of the other end is thrown here', async () => {
  const client = uiClient(async () => {
    throw new Error('message setOverlay: at isOn: expected boolean');
  });
  await expect(client.setOverlay({ isOn: true })).rejects.toThrow(/at isOn/);
});
