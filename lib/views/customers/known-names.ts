/**
 * Names to be searched through: inside of a name no index finds anything, and with a lock not even its beginning. All are read once, in packs as
 * far as there are any, and kept in memory until a customer is written or the lock is closed.
 */
import { isSealed } from '../../model/sealed.ts';
import { customerChangesIn } from '../../store/store-changes.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { namePackIds, type NamePackRecord } from '../../store/name-packs.ts';
import type { CustomerRecord } from '../../store/records.ts';

/** Read, and with a lock opened, in one go: some tens of milliseconds. */
const CUSTOMERS = 1_000;
const PACKS = 256;

/** Two lists of equal length. */
export interface KnownNames {
  searchNames: string[];
  customerIds: string[];
}

interface Kept {
  /** The opening of the lock that they were read under. */
  opening: object;
  /** How often customers had been written. */
  changes: number;
  names: Promise<KnownNames>;
}

const keptOf = new WeakMap<LiukeDatabase, Kept>();

/** Of all shops. */
export async function readKnownNames(db: LiukeDatabase): Promise<KnownNames> {
  const { opening } = db.seal;
  // Whoever asks live is asked again when any customer is written; and of writes until here it has been heard.
  await db.customers.toCollection().limit(1).primaryKeys();
  const changes = customerChangesIn(db);
  const kept = keptOf.get(db);
  if (kept?.opening === opening && kept.changes === changes) return await kept.names;
  const names = readAll(db);
  keptOf.set(db, { opening, changes, names });
  names.catch(() => keptOf.delete(db));
  return await names;
}

async function readAll(db: LiukeDatabase): Promise<KnownNames> {
  const names: KnownNames = { searchNames: [], customerIds: [] };
  const packed = new Set<string>();
  for await (const pack of packsOf(db)) {
    // Damaged: its customers are read one by one.
    if (isSealed(pack.names)) continue;
    packed.add(pack.id);
    names.searchNames.push(...(JSON.parse(pack.names) as string[]));
    names.customerIds.push(...pack.customerIds);
  }
  for (const [from, until] of gapsIn(packed))
    for await (const { customerId, searchName } of customersBetween(db, from, until)) {
      names.searchNames.push(searchName);
      names.customerIds.push(customerId);
    }
  return names;
}

/** Ids that are in no pack: from the first of each pair until before the second. */
function gapsIn(packed: ReadonlySet<string>): [string, string][] {
  if (packed.size === 0) return [['', END]];
  const gaps: [string, string][] = [];
  for (const [index, id] of namePackIds.entries()) {
    if (packed.has(id)) continue;
    const until = namePackIds[index + 1] ?? END;
    const last = gaps.at(-1);
    if (last?.[1] === id) last[1] = until;
    else gaps.push([id, until]);
  }
  return gaps;
}

/** After every id. */
const END = '\uffff';

async function* packsOf(db: LiukeDatabase): AsyncGenerator<NamePackRecord> {
  for (let after = ''; ;) {
    const packs = await db.namePacks.where('id').above(after).limit(PACKS).toArray();
    yield* packs;
    if (packs.length < PACKS) return;
    after = packs.at(-1)!.id;
  }
}

async function* customersBetween(db: LiukeDatabase, from: string, until: string): AsyncGenerator<CustomerRecord> {
  for (let [after, isFirst] = [from, true]; ; isFirst = false) {
    const rows = await db.customers
      .where('customerId')
      .between(after, until, isFirst, false)
      .limit(CUSTOMERS)
      .toArray();
    yield* rows;
    if (rows.length < CUSTOMERS) return;
    after = rows.at(-1)!.customerId;
  }
}
