/** A worker that is stopped after it stored something, and before it said so, leaves a command that is given again: under its own id. */
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createServices } from '../../../entrypoints/background/handlers.ts';
import { fromUi, type FromUi, type Input } from '../../../lib/messaging/protocol.ts';
import { listener } from '../../../lib/messaging/server.ts';
import { usualRetention } from '../../../lib/model/retention.ts';
import { resumeDeletingShops } from '../../../lib/pipeline/forget/delete-shop.ts';
import { setLock } from '../../../lib/pipeline/lock/keep-lock.ts';
import { beginRestore } from '../../../lib/pipeline/restore.ts';
import { openWorkOrder } from '../../../lib/pipeline/record-work-order.ts';
import type { LiukeDatabase } from '../../../lib/store/database.ts';
import { presetServiceSettings } from '../../../lib/views/service/service-settings.ts';
import { makeContact } from '../../support/make-contact.ts';
import { makeStart } from '../../support/make-import.ts';
import { makeTemplate } from '../../support/make-template.ts';
import { makeTrial } from '../../support/make-trial.ts';
import { makeNewWorkOrder } from '../../support/make-work-order.ts';
import { NOW, shopWithAnna } from '../../support/shop-with-anna.ts';

beforeEach(() => {
  // Deleting the store takes precise mode back, too: no script of it is there.
  Object.assign(fakeBrowser.scripting, { getRegisteredContentScripts: async () => [] });
});

const PASSPHRASE = 'seven green bottles';
/** Fewer than a real one's: it is not for safety here. */
const ROUNDS = 10;

type Shop = Awaited<ReturnType<typeof shopWithAnna>>;
type Name = keyof FromUi;

/** Of every command that adds to the log or to the audit list: what is given, of a shop that has all it takes. */
const written: { [Each in Name]?: (shop: Shop) => Input<FromUi, Each> } = {
  recordContact: ({ customerId }) => makeContact({ customerId: other(customerId) }),
  recordContacts: ({ customerId }) => [makeContact({ customerId }), makeContact({ customerId: other(customerId) })],
  putOffSuggestions: ({ customerId }) => [
    { customerId, playbookId: 'silent-wake', untilDay: 20_700, reason: null },
    { customerId: other(customerId), playbookId: 'silent-wake', untilDay: 20_700, reason: null },
  ],
  undoEvent: ({ contactId }) => ({ eventId: contactId }),
  undoEvents: ({ contactId }) => ({ eventIds: [contactId, 'e2'] }),
  setDoNotDisturb: ({ customerId }) => ({ customerId, isOn: false }),
  confirmLink: ({ shopId, customerId }) => ({ shopId, parties: [customerId, other(customerId)] }),
  refuseLink: ({ shopId, customerId }) => ({ shopId, parties: [customerId, other(customerId)] }),
  setShopSettings: ({ shopId }) => ({
    shopId,
    settings: { categoryId: null, horizonDays: 30, tiers: { variants: {}, thresholds: {} } },
  }),
  setShopPractice: ({ shopId }) => ({
    shopId,
    practice: { playbooks: {}, perDay: { calm: null, wake: null, thank: null }, isAbroad: false, levels: [] },
  }),
  setOwnNumbers: ({ shopId }) => [
    { shopId, rule: { what: 'contactLimits' }, numbers: { minGapHours: 48 } },
    { shopId, rule: { what: 'clock', id: 'complaintReply' }, numbers: { minutes: 30 } },
  ],
  setMoment: ({ shopId }) => ({
    shopId,
    moment: { momentId: 'm1', kind: 'launch', name: '秋季新品', startAt: NOW, endAt: NOW + 3_600_000 },
  }),
  removeMoment: ({ shopId }) => ({ shopId, momentId: 'm1' }),
  setCustomerDate: ({ customerId }) => ({ customerId, date: { what: 'birthday', month: 5, day: 1 } }),
  removeCustomerDate: ({ customerId }) => ({ customerId, what: 'birthday' }),
  tagCustomer: ({ customerId }) => ({ customerId, tag: '熟客', isOn: true }),
  noteCustomer: ({ customerId }) => ({ customerId, text: '喜欢小份' }),
  noteRight: ({ shopId, customerId }) => ({
    rightId: 'r1',
    shopId,
    right: { what: 'trialSeat', customerId, trial: '试吃' },
  }),
  settleRight: () => ({ rightId: 'r1' }),
  setShopRules: ({ shopId }) => ({ shopId, content: null }),
  saveSegment: () => ({ segmentId: 's1', label: '老客', query: '老客' }),
  removeSegment: () => ({ segmentId: 's1' }),
  saveTemplates: () => ({
    templates: [makeTemplate(), makeTemplate({ templateId: 'another' })],
    isTrial: false,
    shopId: null,
    batchId: null,
  }),
  removeTemplate: () => ({ templateId: 'mine' }),
  saveColumnMapping: ({ shopId }) => ({
    shopId,
    mapping: { platform: 'jd', holds: 'orders', columns: { orderId: '单号' } },
  }),
  openWorkOrder: ({ shopId, customerId }) => makeNewWorkOrder({ workOrderId: 'w2', shopId, customerId }),
  noteWorkOrder: () => ({ kind: 'workOrderNoted', workOrderId: 'w1', text: '已联系快递' }),
  settlePromise: ({ contactId }) => ({ promiseId: contactId, outcome: 'kept' }),
  noteMend: ({ shopId }) => ({
    mendId: 'm1',
    shopId,
    cause: { article: '青釉杯', labelId: 'damaged', carrier: null },
    mendedAt: NOW,
    by: '小李',
  }),
  noteMendTold: ({ customerId }) => ({ mendId: 'm1', customerId: other(customerId) }),
  setShopHours: ({ shopId }) => ({ shopId, hours: null }),
  forgetCustomer: ({ customerId }) => ({ customerId }),
  deleteShop: ({ shopId }) => ({ shopId }),
  deleteStore: () => ({}),
  setRetention: () => ({ ...usualRetention, reviews: 365 }),
  noteExport: () => ({ kind: 'unmasked', what: 'orders', reason: 'accounting' }),
  takeCosts: ({ shopId }) => ({
    listId: 'l1',
    shopId,
    fileName: 'costs.csv',
    costs: [{ skuId: '1', title: null, costFen: 100 }],
  }),
  setActionSettings: ({ shopId }) => ({ shopId, settings: { marginFloorShare: null, holdOutShares: {} } }),
  startTrial: ({ shopId }) => makeTrial({ shopId }),
  stopTrial: () => ({ trialId: 'trial-1', difference: null }),
  endRestore: () => ({}),
  beginImport: () => makeStart(),
  setLabelOwners: ({ shopId }) => ({ shopId, owners: { labels: { late: '小陈' }, groups: {} } }),
  setServiceSettings: ({ shopId }) => ({ shopId, settings: presetServiceSettings }),
  setLock: () => ({ passphrase: PASSPHRASE }),
  changePassphrase: () => ({ passphrase: PASSPHRASE, next: 'seven blue bottles' }),
  removeLock: () => ({ passphrase: PASSPHRASE }),
  giveUpSealed: () => ({}),
};

const locked = async (db: LiukeDatabase) => void (await setLock(db, PASSPHRASE, NOW, ROUNDS));

/** What has to be so before: the others need nothing. */
const given: { [Each in Name]?: (db: LiukeDatabase) => Promise<void> } = {
  endRestore: async (db) => await beginRestore(db, await secretOf(db)),
  changePassphrase: locked,
  removeLock: locked,
  giveUpSealed: locked,
};

/** What they leave is no list that grows: settings, the steps of a file or a backup, which say themselves how far they are; or nothing. */
const others: readonly Name[] = [
  'lint',
  'setOverlay',
  'setPreciseMode',
  'findPossibleLinks',
  'checkShopRules',
  'readShippedRules',
  'readReplies',
  'hearBuyer',
  'readPaste',
  'searchReplies',
  'rebuildColumns',
  'beginRestore',
  'restorePortion',
  'importPortion',
  'endImport',
  'undoImport',
  'dismissImport',
  'seeMissed',
  'countExpired',
  'unlock',
  'lockNow',
  'setAutoLock',
];

const other = (customerId: string) => customerId.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));

async function openShop() {
  const shop = await shopWithAnna();
  await openWorkOrder(shop.db, makeNewWorkOrder({ shopId: shop.shopId, customerId: shop.customerId }), NOW);
  const extension = { id: 'liukeid', origin: 'chrome-extension://liukeid/' };
  const panel = { id: 'liukeid', url: 'chrome-extension://liukeid/sidepanel.html' };
  /** A worker of its own, as after the death of the one before. */
  const give = async (name: Name, input: unknown, commandId: string) => {
    const services = createServices(shop.db, { wanted() {} }, { look() {}, async seeMissed() {} });
    return await listener(services, extension)({ name, input, commandId }, panel);
  };
  return { shop, give };
}

async function listsOf(db: LiukeDatabase) {
  return { events: await db.events.toArray(), audit: await db.audit.toArray(), jobs: await db.jobs.count() };
}

test('every command is one of the two kinds', () => {
  expect([...Object.keys(written), ...others].toSorted()).toEqual(Object.keys(fromUi).toSorted());
});

test.each(Object.keys(written) as (keyof typeof written)[])(
  '%s, given twice under one id, is written once and answered alike',
  async (name) => {
    const { shop, give } = await openShop();
    await given[name]?.(shop.db);
    const untouched = await listsOf(shop.db);
    const input = written[name]!(shop);
    const answer = await give(name, input, 'c1');
    if (name === 'deleteShop') await resumeDeletingShops(shop.db);
    const after = await listsOf(shop.db);
    expect(after).not.toEqual(untouched);
    expect(await give(name, input, 'c1')).toEqual(answer);
    expect(await listsOf(shop.db)).toEqual(after);
  },
);

test('the same thing done twice, under two ids, is two', async () => {
  const { shop, give } = await openShop();
  const contacts = async () => await shop.db.events.where('kind').equals('contact').count();
  const before = await contacts();
  for (const commandId of ['c1', 'c2']) await give('recordContact', written.recordContact!(shop), commandId);
  expect((await contacts()) - before).toBe(2);
});

async function secretOf(db: LiukeDatabase): Promise<string> {
  return String((await db.meta.get('identitySecret'))!.value);
}
