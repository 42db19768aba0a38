/** The database. The background alone writes; panel and popup read through live queries. */
import { Dexie, RangeSet, type EntityTable, type Table } from 'dexie';
import type { ArticlePairsRecord } from './article-pairs-record.ts';
import type { CostListRecord } from './cost-list-record.ts';
import type { LogEvent } from '../model/event.ts';
import type { LockSession } from '../model/lock.ts';
import { nameCountId } from '../model/link.ts';
import { dayOf } from '../model/shanghai-time.ts';
import type { AnswerRecord } from './answer-record.ts';
import type {
  AfterSaleRecord,
  BenchmarksRecord,
  CaptureRecord,
  ColumnChunkRecord,
  CounterRecord,
  CoverageRecord,
  CustomerRecord,
  DirtyListRecord,
  JobRecord,
  LinkedPartyRecord,
  LinkRecord,
  MemberRecord,
  MetaRecord,
  NameCountRecord,
  OrderRecord,
  PatchListRecord,
  ReviewRecord,
  SeenCouponRecord,
  ShopModelRecord,
  ShopRecord,
  UndoStepRecord,
} from './records.ts';
import type { TellingsRecord } from './tellings-record.ts';
import type { MendedTroublesRecord } from './mended-troubles-record.ts';
import type { ShelfRecord } from './shelf-record.ts';
import type { WaitRecord } from './wait-record.ts';
import type { AuditRecord, ExpiredMetaRecord, ForgottenRecord, PrivacyJobRecord } from './privacy-records.ts';
import { markDirty } from './dirty-lists.ts';
import { guardedFactory } from './guarded-factory.ts';
import { putLock, readLock } from './lock-record.ts';
import { namePackMiddleware, type NamePackRecord } from './name-packs.ts';
import { freshKeyOf, Seal, type LockMemory } from './seal.ts';
import { sealMiddleware } from './seal-middleware.ts';
import { NewerStoreError, type StoreTrouble } from './store-trouble.ts';

/** Of the stores that this code writes; raised whenever what was stored before has to be changed to be understood. */
export const STORE_VERSION = 6;

/** Dexie writes tens, and counts on in ones where tables were added without a new version. */
const versionOf = (nativeVersion: number) => Math.floor(nativeVersion / 10);
const isTooNew = (nativeVersion: number) => versionOf(nativeVersion) > STORE_VERSION;

/**
 * The customer, the link or the work order that an event is about stands beside it so that it can be indexed; `undo` events may have none.
 * So does the time until which a text promised something, the last one of several.
 */
export type EventRecord = LogEvent & {
  customerId?: string;
  linkId?: string;
  workOrderId?: string;
  promiseDueAt?: number;
};

export class LiukeDatabase extends Dexie {
  /** Why nothing can be read or written here; null when all is well. */
  trouble: StoreTrouble | null = null;
  readonly troubleWatchers = new Set<() => void>();

  declare orders: EntityTable<OrderRecord, 'id'>;
  declare afterSales: EntityTable<AfterSaleRecord, 'id'>;
  declare reviews: EntityTable<ReviewRecord, 'id'>;
  declare coupons: EntityTable<SeenCouponRecord, 'id'>;
  declare costLists: EntityTable<CostListRecord, 'id'>;
  declare members: EntityTable<MemberRecord, 'customerId'>;
  declare counters: EntityTable<CounterRecord, 'id'>;
  declare customers: EntityTable<CustomerRecord, 'customerId'>;
  declare links: EntityTable<LinkRecord, 'id'>;
  declare linkedParties: EntityTable<LinkedPartyRecord, 'party'>;
  declare nameCounts: EntityTable<NameCountRecord, 'id'>;
  declare namePacks: EntityTable<NamePackRecord, 'id'>;
  declare shops: EntityTable<ShopRecord, 'shopId'>;
  declare captures: EntityTable<CaptureRecord, 'id'>;
  declare coverage: EntityTable<CoverageRecord, 'shopId'>;
  declare answers: EntityTable<AnswerRecord, 'contactId'>;
  declare waits: EntityTable<WaitRecord, 'customerId'>;
  declare events: EntityTable<EventRecord, 'id'>;
  declare columns: EntityTable<ColumnChunkRecord, 'id'>;
  declare patchLists: EntityTable<PatchListRecord, 'sequence'>;
  declare benchmarks: EntityTable<BenchmarksRecord, 'shopId'>;
  declare articlePairs: EntityTable<ArticlePairsRecord, 'shopId'>;
  declare mendedTroubles: EntityTable<MendedTroublesRecord, 'mendId'>;
  declare shopModels: EntityTable<ShopModelRecord, 'shopId'>;
  declare dirtyLists: EntityTable<DirtyListRecord, 'sequence'>;
  declare jobs: Table<JobRecord | PrivacyJobRecord, string>;
  declare undoSteps: EntityTable<UndoStepRecord, 'id'>;
  declare tellings: EntityTable<TellingsRecord, 'id'>;
  declare forgotten: EntityTable<ForgottenRecord, 'id'>;
  declare audit: EntityTable<AuditRecord, 'id'>;
  declare meta: EntityTable<MetaRecord | ExpiredMetaRecord | ShelfRecord, 'name'>;

  /** With which names and notes are sealed and opened here. */
  readonly seal = new Seal();

  readonly lockMemory: LockMemory;

  /** Told when the browser has taken the store away from under this connection: its files may be gone. */
  readonly lossWatchers = new Set<() => void>();

  /** How often it was opened: in between, the browser may have begun the store anew. */
  openings = 0;

  /** @param lockMemory where the key of the lock is kept while the browser is open; left out in tests and tools */
  constructor(name = 'liuke', lockMemory: LockMemory = ownMemory()) {
    super(name, {
      indexedDB: guardedFactory(Dexie.dependencies.indexedDB, isTooNew, () => this.tellTrouble('heldOpen')),
    });
    this.lockMemory = lockMemory;
    this.use(sealMiddleware(this.seal));
    this.use(namePackMiddleware(this.seal));
    this.on(
      'ready',
      () => {
        this.openings += 1;
        // Not where it is closed from here: the browser has taken it away, and what was read of it stands for nothing.
        this.backendDB().addEventListener('close', () => this.tellLoss());
        // What a newer store means nobody here knows, so nothing is read or written.
        const { version } = this.backendDB();
        this.tellTrouble(isTooNew(version) ? 'newerStore' : null);
        if (isTooNew(version)) throw new NewerStoreError(STORE_VERSION, versionOf(version));
      },
      true,
    );
    // Before anything else is read or written.
    this.on('ready', async (opened) => await this.takeLock(opened), true);
    this.on('blocked', () => this.tellTrouble('heldOpen'));
    this.on('versionchange', ({ newVersion }) => {
      if (newVersion === null) return true;
      // A newer page waits for this one to let go. Dexie's own answer would open it again, as a newer store.
      this.close({ disableAutoOpen: true });
      this.tellTrouble('olderPage');
      return false;
    });
    this.version(1).stores({
      orders: 'id, customerId, shopId, reversedId',
      customers: 'customerId, shopId, searchName, nickId',
      shops: 'shopId, platform, *hints',
      captures: 'id, shopId',
      events: 'id, customerId, logicalTime',
      profiles: 'customerId, shopId',
      benchmarks: 'shopId',
      dirty: 'customerId',
      meta: 'name',
    });
    // What was derived in version 1 is left behind: it is computed anew from the orders.
    this.version(2)
      .stores({
        events: 'id, customerId, logicalTime, kind',
        profiles: null,
        coverage: 'shopId',
        columns: 'id, [generation+shopId]',
        columnPatches: 'customerId, shopId',
        shopModels: 'shopId',
        jobs: 'id',
      })
      .upgrade(async (transaction) => {
        await transaction.table('benchmarks').clear();
        const masked = new Map<string, number>();
        await transaction.table<OrderRecord>('orders').each(({ shopId, customerId }) => {
          if (customerId === null) masked.set(shopId, (masked.get(shopId) ?? 0) + 1);
        });
        const records = [...masked].map(([shopId, maskedOrders]) => ({ shopId, maskedOrders, asOfDay: 0, spans: [] }));
        await transaction.table('coverage').bulkPut(records);
      });
    this.version(3)
      .stores({
        orders: 'id, customerId, shopId, reversedId, clues.phoneHash',
        events: 'id, customerId, logicalTime, kind, linkId, workOrderId, promiseDueAt',
        links: 'id, *parties, *provenBy',
        linkedParties: 'party, customerId',
        nameCounts: 'id',
        afterSales: 'id, orderRecordId, customerId, shopId',
        reviews: 'id, orderRecordId, customerId, shopId',
        coupons: 'id, shopId',
        costLists: 'id, shopId',
        members: 'customerId, shopId',
        counters: 'id, shopId',
        answers: 'contactId, customerId',
        undoSteps: 'id',
        waits: 'customerId, shopId, state',
        forgotten: 'id',
        audit: 'id',
      })
      .upgrade(async (transaction) => {
        const byShop = new Map<string, Record<number, number>>();
        const names = new Map<string, number>();
        await transaction.table<OrderRecord>('orders').each(({ shopId, placedAt, buyer }) => {
          if (buyer.display)
            for (const first of ['', Array.from(buyer.display)[0]!]) {
              const id = nameCountId(shopId, first);
              names.set(id, (names.get(id) ?? 0) + 1);
            }
          const ordersByDay = byShop.get(shopId) ?? {};
          ordersByDay[dayOf(placedAt)] = (ordersByDay[dayOf(placedAt)] ?? 0) + 1;
          byShop.set(shopId, ordersByDay);
        });
        const coverage = transaction.table<CoverageRecord>('coverage');
        const known = new Map((await coverage.toArray()).map((record) => [record.shopId, record]));
        const records = [...new Set([...known.keys(), ...byShop.keys()])].map((shopId) => ({
          ...(known.get(shopId) ?? { shopId, maskedOrders: 0, asOfDay: 0, spans: [] }),
          ordersByDay: byShop.get(shopId) ?? {},
          claims: [],
          list: null,
        }));
        await coverage.bulkPut(records);
        await transaction.table('nameCounts').bulkPut([...names].map(([id, count]) => ({ id, count })));
      });
    // Names and notes may be sealed: an earlier version would take what is sealed for a name.
    this.version(4).stores({ articlePairs: 'shopId', mendedTroubles: 'mendId, shopId', namePacks: 'id' });
    // What an import needs to be taken back is kept in another form. What earlier ones brought stays, and can no longer be told apart.
    this.version(5)
      .stores({ tellings: 'id, shopId' })
      .upgrade(async (transaction) => {
        await transaction.table('undoSteps').clear();
        await transaction.table<JobRecord>('jobs').where('id').startsWith('import|').delete();
      });
    // What was one record for each customer of a page is one for the page.
    this.version(STORE_VERSION)
      .stores({ dirty: null, columnPatches: null, dirtyLists: '++sequence', patchLists: '++sequence, shopId' })
      .upgrade(async (transaction) => {
        const dirty: { customerId: string; shopId: string }[] = await transaction.table('dirty').toArray();
        const shopOf = new Map(dirty.map(({ customerId, shopId }) => [customerId, shopId]));
        await markDirty(transaction.table('dirtyLists'), shopOf);
        const patches: { shopId: string; bytes: ArrayBuffer }[] = await transaction.table('columnPatches').toArray();
        const lists = patches.map(({ shopId, bytes }) => ({ shopId, customers: 1, bytes }));
        await transaction.table('patchLists').bulkAdd(lists);
      });
  }

  /** The lock as it is now: to be called whenever it was set, opened, closed or removed. */
  async takeLock(opened: Dexie = this): Promise<void> {
    const meta = opened.table<MetaRecord, string>('meta');
    const stored = await readLock(meta);
    const session = stored && (await this.lockMemory.read());
    const isWriter = this.lockMemory.write !== undefined;
    if (!stored || session?.secret || session?.fresh || !isWriter) return await this.seal.take(stored, session);
    // The browser was started anew: what comes in until somebody unlocks is sealed with a key of its own.
    const { freshKeys, session: fresh } = await freshKeyOf(stored);
    await opened.transaction('rw', meta, async () => {
      const now = await readLock(meta);
      if (now) await putLock(meta, { ...now, freshKeys: { ...now.freshKeys, ...freshKeys } });
    });
    await this.lockMemory.write!(fresh);
    await this.seal.take(await readLock(meta), fresh);
  }

  /** Everything that is shown live is read again: what was read before the lock was opened or closed stands for nothing. */
  readAgain(): void {
    const all = () => new RangeSet(-Infinity, [[[]]]);
    const parts: Record<string, RangeSet> = {};
    for (const { name, schema } of this.tables)
      for (const index of ['', ':dels', ...schema.indexes.map((each) => each.name)])
        parts[`idb://${this.name}/${name}/${index}`] = all();
    // The way on which Dexie hears of other pages' writes; it drops what it remembered of queries, too.
    dispatchEvent(new CustomEvent('x-storagemutated-1', { detail: parts }));
  }

  /** After it could not be opened (the disk was full, or failed) the next use tries again. */
  recover(): void {
    if (this.hasFailed() && this.trouble === null) this.close({ disableAutoOpen: false });
  }

  private tellLoss(): void {
    this.readAgain();
    for (const hear of this.lossWatchers) hear();
  }

  private tellTrouble(trouble: StoreTrouble | null): void {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    for (const hear of this.troubleWatchers) hear();
  }
}

/** Of this connection alone. */
function ownMemory(): LockMemory {
  let kept: LockSession | null = null;
  return {
    read: () => Promise.resolve(kept),
    write(session) {
      kept = session;
      return Promise.resolve();
    },
  };
}
