/** The database. The background alone writes; panel and popup read through live queries. */
import { Dexie, type EntityTable } from 'dexie';
import type { LogEvent } from '../model/event.ts';
import type {
  BenchmarksRecord,
  CaptureRecord,
  CustomerRecord,
  DirtyRecord,
  MetaRecord,
  OrderRecord,
  ProfileRecord,
  ShopRecord,
} from './records.ts';

/** The contact's customer stands beside the event so that it can be indexed; `undo` events have none. */
export type EventRecord = LogEvent & { customerId?: string };

export class LiukeDatabase extends Dexie {
  declare orders: EntityTable<OrderRecord, 'id'>;
  declare customers: EntityTable<CustomerRecord, 'customerId'>;
  declare shops: EntityTable<ShopRecord, 'shopId'>;
  declare captures: EntityTable<CaptureRecord, 'id'>;
  declare events: EntityTable<EventRecord, 'id'>;
  declare profiles: EntityTable<ProfileRecord, 'customerId'>;
  declare benchmarks: EntityTable<BenchmarksRecord, 'shopId'>;
  declare dirty: EntityTable<DirtyRecord, 'customerId'>;
  declare meta: EntityTable<MetaRecord, 'name'>;

  constructor(name = 'liuke') {
    super(name);
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
  }
}
