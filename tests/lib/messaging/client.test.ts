import { describe, expect, test } from 'vitest';
import { pageClient, tabClient, uiClient } from '../../../lib/messaging/client.ts';
import { isOwnPage, listener, service } from '../../../lib/messaging/server.ts';
import { toPage } from '../../../lib/messaging/to-page.ts';
import { makeContact } from '../../support/make-contact.ts';
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
    { name: 'undoEvent', input: { eventId: 'e0' }, commandId: expect.any(String) as string },
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

describe('a background that was stopped before it answered', () => {
  const contact = makeContact();
  const goneOnce = (ending: () => unknown) => {
    const sent: { name: string; input: unknown; commandId?: string }[] = [];
    const client = uiClient(async (message) => {
      sent.push(message);
      return sent.length === 1 ? ending() : { eventId: message.commandId };
    });
    return { sent, client };
  };
  const thrown = (message: string) => () => {
    throw new Error(message);
  };

  test.each([
    ['without a word', () => undefined],
    [
      'as Chromium says it',
      thrown(
        'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
      ),
    ],
    ['as it says it of a port', thrown('The message port closed before a response was received.')],
    ['where none listens yet', thrown('Could not establish connection. Receiving end does not exist.')],
    ['as Firefox says it', thrown('Promised response from onMessage listener went out of scope')],
  ])('is asked again under the same id: %s', async (_, ending) => {
    const { sent, client } = goneOnce(ending);
    const { eventId } = await client.recordContact(contact);
    expect(sent.map(({ name, input }) => ({ name, input }))).toEqual([
      { name: 'recordContact', input: contact },
      { name: 'recordContact', input: contact },
    ]);
    expect(sent.map(({ commandId }) => commandId)).toEqual([eventId, eventId]);
  });

  test('is not asked again after an answer, were it a refusal', async () => {
    const { sent, client } = goneOnce(thrown('expected the customer to be told before the work order is closed'));
    await expect(client.recordContact(contact)).rejects.toThrow(/to be told/);
    expect(sent).toHaveLength(1);
  });

  test('that never answers is told of in the end', async () => {
    const client = uiClient(async () => undefined);
    await expect(client.setOverlay({ isOn: true })).rejects.toThrow(/expected an answer to setOverlay, found none/);
  });

  test('leaves what a page told it untold, which the page is to know', async () => {
    const client = pageClient(async () => undefined);
    await expect(client.reportPage(makeReport([]))).rejects.toThrow(/expected an answer to reportPage, found none/);
    await expect(pageClient(async () => null).bringTypedCheck({})).resolves.toBeNull();
  });

  test('gives every command an id of its own', async () => {
    const ids: unknown[] = [];
    const client = uiClient(async ({ commandId }) => {
      ids.push(commandId);
      return null;
    });
    await client.setOverlay({ isOn: true });
    await client.setOverlay({ isOn: true });
    expect(new Set(ids).size).toBe(2);
  });
});
