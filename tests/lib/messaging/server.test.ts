import { describe, expect, test, vi } from 'vitest';
import type { PageMarks } from '../../../lib/messaging/answers.ts';
import {
  fromPage,
  fromUi,
  type FromPage,
  type FromUi,
  type Handlers,
  type Sender,
  type ToPage,
} from '../../../lib/messaging/protocol.ts';
import { isOwnPage, isPageScript, listener, service } from '../../../lib/messaging/server.ts';
import { toPage } from '../../../lib/messaging/to-page.ts';
import type { AuditEntry } from '../../../lib/model/audit.ts';
import { usualRetention } from '../../../lib/model/retention.ts';
import { makeOrder } from '../../support/make-order.ts';
import { promiseRules, structureParts } from '../../../lib/rules/replies.ts';
import { makeReport } from '../../support/make-report.ts';

const extension = { id: 'liukeid', origin: 'chrome-extension://liukeid/' };
const tab = { id: 7 };
const panel: Sender = { id: 'liukeid', url: 'chrome-extension://liukeid/sidepanel.html' };
const shopPage: Sender = { id: 'liukeid', url: 'https://shop.jd.com/jdm/trade/orders/order-list', tab };

const marks: PageMarks = { byOrderId: {}, byChatKey: {}, rejects: [], health: { rows: 0, read: 0 } };
const aCommand = { id: expect.any(String) as string, at: expect.any(Number) as number };
const counts = { fresh: 0, newer: 0, same: 0, refused: 0 };
const progress = { importId: 'i1', shopId: 'jd-1', portions: 0, rows: 0, counts };
const receipt: AuditEntry = { id: '1', at: 1, kind: 'storeDeleted', what: null, reason: null, counts: {} };
const setUp = () => {
  const reportPage = vi.fn<Handlers<FromPage>['reportPage']>(async () => marks);
  const setOverlay = vi.fn<Handlers<FromUi>['setOverlay']>(async () => {});
  const receive = listener(
    [
      service(fromPage, isPageScript, { reportPage, bringTypedCheck: async () => {}, lintTyped: async () => [] }),
      service(fromUi, isOwnPage, {
        recordContact: async () => ({ eventId: 'e1' }),
        recordContacts: async () => ({ eventIds: ['e1'] }),
        putOffSuggestions: async () => ({ eventIds: ['e1'] }),
        undoEvent: async ({ eventId }) => ({ eventId }),
        undoEvents: async () => {},
        setOverlay,
        setPreciseMode: async () => {},
        lint: async () => [],
        setDoNotDisturb: async () => ({ eventId: 'e1' }),
        findPossibleLinks: async () => [],
        confirmLink: async () => ({ eventId: 'e1' }),
        refuseLink: async () => ({ eventId: 'e1' }),
        setShopSettings: async () => ({ eventId: 'e1' }),
        setShopPractice: async () => ({ eventId: 'e1' }),
        setOwnNumbers: async () => ({ eventIds: ['e1'] }),
        setMoment: async () => ({ eventId: 'e1' }),
        removeMoment: async () => ({ eventId: 'e1' }),
        setCustomerDate: async () => ({ eventId: 'e1' }),
        removeCustomerDate: async () => ({ eventId: 'e1' }),
        tagCustomer: async () => ({ eventId: 'e1' }),
        noteCustomer: async () => ({ eventId: 'e1' }),
        noteRight: async () => ({ eventId: 'e1' }),
        settleRight: async () => ({ eventId: 'e1' }),
        noteMend: async () => ({ eventId: 'e1' }),
        noteMendTold: async () => ({ eventIds: ['e1'] }),
        setShopRules: async () => ({ eventId: 'e1' }),
        checkShopRules: async () => null,
        readShippedRules: async () => ({ version: '', rules: [], policies: [] }),
        saveSegment: async () => ({ eventId: 'e1' }),
        removeSegment: async () => ({ eventId: 'e1' }),
        readReplies: async () => ({ templates: [], variables: [], scenes: [], promiseRules, structureParts }),
        hearBuyer: vi.fn<Handlers<FromUi>['hearBuyer']>(),
        readPaste: async () => ({
          pasted: { kind: 'nothing' },
          person: null,
          others: [],
          shop: null,
          isMaskedOrder: false,
        }),
        searchReplies: async () => ({ ids: [], total: 0 }),
        saveTemplates: async () => ({ eventIds: ['e1'], refused: [], warned: [] }),
        removeTemplate: async () => ({ eventId: 'e1' }),
        rebuildColumns: async () => {},
        beginRestore: async () => ({ isPossible: true }),
        restorePortion: async () => ({ taken: 0 }),
        endRestore: async () => ({ left: {} }),
        beginImport: async () => progress,
        importPortion: async () => progress,
        endImport: async () => progress,
        undoImport: async () => ({ left: 0 }),
        dismissImport: async () => {},
        saveColumnMapping: async () => ({ eventId: 'e1' }),
        openWorkOrder: async () => ({ eventId: 'e1' }),
        noteWorkOrder: async () => ({ eventId: 'e1' }),
        settlePromise: async () => ({ eventId: 'e1' }),
        setShopHours: async () => ({ eventId: 'e1' }),
        setLabelOwners: async () => ({ eventId: 'e1' }),
        setServiceSettings: async () => ({ eventId: 'e1' }),
        seeMissed: async () => {},
        forgetCustomer: async () => receipt,
        deleteShop: async () => {},
        deleteStore: async () => receipt,
        setRetention: async () => ({ eventId: 'e1' }),
        countExpired: async () => usualRetention,
        noteExport: async () => {},
        setLock: async () => ({ ok: true }),
        unlock: async () => ({ ok: true }),
        lockNow: async () => {},
        changePassphrase: async () => ({ ok: true }),
        removeLock: async () => ({ ok: true }),
        giveUpSealed: async () => {},
        setAutoLock: async () => {},
        takeCosts: async () => ({ eventId: 'e1' }),
        setActionSettings: async () => ({ eventId: 'e1' }),
        startTrial: async () => ({ eventId: 'e1' }),
        stopTrial: async () => ({ eventId: 'e1' }),
      }),
    ],
    extension,
  );
  return { reportPage, setOverlay, receive };
};

describe('who a sender is', () => {
  test.each<[string, Sender, 'page' | 'own' | 'nobody']>([
    ['the script in a JD order list', shopPage, 'page'],
    ['the script in a JD chat', { ...shopPage, url: 'https://dongdong.jd.com/' }, 'page'],
    ['the script in a Taobao list', { ...shopPage, url: 'https://myseller.taobao.com/home.htm' }, 'page'],
    ['the script in a Tmall list', { ...shopPage, url: 'https://trade.tmall.com/x' }, 'page'],
    ['our panel', panel, 'own'],
    ['our popup', { ...panel, url: 'chrome-extension://liukeid/popup.html' }, 'own'],
    ['our panel in a tab', { ...panel, tab }, 'own'],
    ['a script in a page of another host', { ...shopPage, url: 'https://example.com/' }, 'nobody'],
    ['a host that begins like a shop', { ...shopPage, url: 'https://shop.jd.com.evil.example/' }, 'nobody'],
    ['a host that ends like a shop', { ...shopPage, url: 'https://evil-jd.com/' }, 'nobody'],
    ['a host that ends in the letters of one', { ...shopPage, url: 'https://notjd.com/' }, 'nobody'],
    ['a shop in the path', { ...shopPage, url: 'https://evil.example/https://shop.jd.com/' }, 'nobody'],
    ['a shop as the user name', { ...shopPage, url: 'https://shop.jd.com@evil.example/' }, 'nobody'],
    ['a shop as user name and port', { ...shopPage, url: 'https://shop.jd.com:443@evil.example/' }, 'nobody'],
    ['a shop after a backslash', { ...shopPage, url: 'https://evil.example\\.jd.com/' }, 'nobody'],
    ['a shop in the query', { ...shopPage, url: 'https://evil.example?.jd.com/' }, 'nobody'],
    ['a shop in the fragment', { ...shopPage, url: 'https://evil.example#.jd.com/' }, 'nobody'],
    ['a shop without encryption', { ...shopPage, url: 'http://shop.jd.com/' }, 'nobody'],
    ['a shop page without a tab', { ...shopPage, tab: undefined }, 'nobody'],
    ['another extension on a shop page', { ...shopPage, id: 'otherid' }, 'nobody'],
    ['another extension', { id: 'otherid', url: 'chrome-extension://otherid/panel.html' }, 'nobody'],
    ['another extension with our address', { ...panel, id: 'otherid' }, 'nobody'],
    [
      'our id with an address that begins with ours',
      { ...panel, url: 'chrome-extension://liukeidentical/x.html' },
      'nobody',
    ],
    [
      'our id with our address in a path',
      { ...panel, url: 'https://evil.example/chrome-extension://liukeid/' },
      'nobody',
    ],
    ['our id with our address before an @', { ...panel, url: 'chrome-extension://liukeid@evil.example/' }, 'nobody'],
    ['our id without an address', { id: 'liukeid' }, 'nobody'],
    ['nobody at all', {}, 'nobody'],
  ])('%s is %s', (_, sender, who) => {
    expect(isPageScript(sender, extension)).toBe(who === 'page');
    expect(isOwnPage(sender, extension)).toBe(who === 'own');
  });
});

describe('a page script', () => {
  test('may report', async () => {
    const { receive, reportPage } = setUp();
    const report = makeReport([makeOrder()]);
    await expect(receive({ name: 'reportPage', input: report }, shopPage)).resolves.toBe(marks);
    expect(reportPage).toHaveBeenCalledWith(report, shopPage, aCommand);
  });

  test.each(Object.keys(fromUi))('may not call %s, however well-formed', async (name) => {
    const { receive, setOverlay } = setUp();
    const input = { isOn: false, eventId: 'e1', customerId: 'c1', channel: 'chat', how: 'copied', templateId: null };
    await expect(receive({ name, input }, shopPage)).rejects.toThrow(`message ${name} is not for this sender`);
    expect(setOverlay).not.toHaveBeenCalled();
  });
});

describe('our own page', () => {
  test('may command', async () => {
    const { receive, setOverlay } = setUp();
    await receive({ name: 'setOverlay', input: { isOn: false } }, panel);
    expect(setOverlay).toHaveBeenCalledWith({ isOn: false }, panel, aCommand);
  });

  test('gives a command under the id that it made, and hears that there is nothing to say', async () => {
    const { receive, setOverlay } = setUp();
    await expect(receive({ name: 'setOverlay', input: { isOn: false }, commandId: 'c1' }, panel)).resolves.toBeNull();
    expect(setOverlay.mock.lastCall![2].id).toBe('c1');
  });

  test.each(['', 'x'.repeat(61), 7, null, {}])('gives none under the id %j', async (commandId) => {
    const { receive, setOverlay } = setUp();
    await expect(receive({ name: 'setOverlay', input: { isOn: false }, commandId }, panel)).rejects.toThrow(
      'message setOverlay: expected the id of a command, a text of 1 to 60 characters',
    );
    expect(setOverlay).not.toHaveBeenCalled();
  });

  test('may not report what a page shows', async () => {
    const { receive, reportPage } = setUp();
    await expect(receive({ name: 'reportPage', input: makeReport([]) }, panel)).rejects.toThrow(/not for this sender/);
    expect(reportPage).not.toHaveBeenCalled();
  });
});

describe('a script in a page obeys', () => {
  const fillReply = vi.fn<Handlers<ToPage>['fillReply']>(async () => ({ filled: true }));
  const receive = listener([service(toPage, isOwnPage, { fillReply, areYouThere: async () => true })], extension);
  const message = { name: 'fillReply', input: { customerKey: 'wd_sunshine', text: '您好' } };

  test('our panel', async () => {
    await expect(receive(message, panel)).resolves.toEqual({ filled: true });
  });

  test('no other page script', async () => {
    await expect(receive(message, shopPage)).rejects.toThrow(/not for this sender/);
  });

  test.each([
    [null, 'input'],
    ['text', 'input'],
    [{ text: '您好' }, 'customerKey'],
    [{ customerKey: '', text: '您好' }, 'customerKey'],
    [{ customerKey: 7, text: '您好' }, 'customerKey'],
    [{ customerKey: 'a', text: '' }, 'text'],
    [{ customerKey: 'a', text: 'x'.repeat(2001) }, 'text'],
  ])('no malformed command: %j', async (input, place) => {
    fillReply.mockClear();
    await expect(receive({ name: 'fillReply', input }, panel)).rejects.toThrow(
      `message fillReply: at ${place}: expected`,
    );
    expect(fillReply).not.toHaveBeenCalled();
  });

  test('nothing beyond the form of a command', async () => {
    await receive({ ...message, input: { ...message.input, andAlso: 'this' } }, panel);
    expect(fillReply).toHaveBeenLastCalledWith(message.input, panel, aCommand);
  });
});

describe('what is malformed', () => {
  test.each([
    ['setOverlay', { isOn: 'yes' }, panel, 'at isOn'],
    ['setOverlay', null, panel, 'at input'],
    ['setOverlay', undefined, panel, 'at input'],
    ['recordContact', { customerId: '' }, panel, 'at customerId'],
    ['reportPage', { ...makeReport([]), health: { rows: -1, read: 0 } }, shopPage, 'at health.rows'],
    ['reportPage', { ...makeReport([]), rejects: [{ what: 'x'.repeat(200) }] }, shopPage, 'at rejects.0.what'],
  ])('%s %j is refused by the path of what is wrong', async (name, input, sender, path) => {
    await expect(setUp().receive({ name, input }, sender)).rejects.toThrow(`message ${name}: ${path}: `);
  });

  test('never reaches the handler', async () => {
    const { receive, setOverlay } = setUp();
    await expect(receive({ name: 'setOverlay', input: { isOn: 1 } }, panel)).rejects.toThrow(/at isOn/);
    expect(setOverlay).not.toHaveBeenCalled();
  });

  test('in what it brings beyond its form is cut off', async () => {
    const { receive, setOverlay } = setUp();
    await receive({ name: 'setOverlay', input: { isOn: true, andAlso: 'this' } }, panel);
    expect(setOverlay).toHaveBeenCalledWith({ isOn: true }, panel, aCommand);
  });
});

test.each([
  null,
  undefined,
  'reportPage',
  42,
  [],
  {},
  { name: 7 },
  { name: 'unknown', input: {} },
  { name: '__proto__', input: {} },
  { name: 'constructor', input: {} },
  { name: 'toString', input: {} },
  { name: 'hasOwnProperty', input: {} },
  { type: 'message of another library' },
])('%j is none of ours and left to others', (message) => {
  expect(setUp().receive(message, panel)).toBeUndefined();
});

test('an error of a handler comes back as it is', async () => {
  const receive = listener(
    [
      service(toPage, isOwnPage, {
        fillReply: async () => {
          throw new Error('no such tab');
        },
        areYouThere: async () => true,
      }),
    ],
    extension,
  );
  await expect(receive({ name: 'fillReply', input: { customerKey: 'a', text: 'b' } }, panel)).rejects.toThrow(
    'no such tab',
  );
});
