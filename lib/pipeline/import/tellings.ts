/**
 * Who told what of orders and cases that several told of: files that may still be taken back, and pages. Each telling is kept apart, so that
 * one can be left out and the others put together again. What one alone told of stands in its own table and nowhere else.
 */
import type { LiukeDatabase } from '../../store/database.ts';
import { holdsAny } from '../../store/first-keys.ts';
import { neighboursOf } from '../../store/of-keys.ts';
import type { AfterSaleRecord, OrderRecord } from '../../store/records.ts';
import type { LinesTold, OrderTold, TellingsRecord } from '../../store/tellings-record.ts';
import { joinedCase } from '../joined-case.ts';
import { joinedItems } from '../joined-items.ts';
import { joinedRecord } from '../order-record.ts';

export type OrderTelling = OrderTold | LinesTold;
type Kind = 'orders' | 'cases';
type TellingOf = { orders: OrderTelling; cases: AfterSaleRecord };

export function tellingsId(kind: Kind, recordId: string): string {
  return `${kind}|${recordId}`;
}

/** Hears what is told while it is put. To be made, and written, within the transaction of the page or of the file's portion. */
export class Tellings<OfKind extends Kind> {
  readonly #kind: OfKind;
  readonly #known: Map<string, TellingOf[OfKind][]>;
  readonly #changed = new Map<string, TellingsRecord>();

  private constructor(kind: OfKind, known: readonly (TellingsRecord | undefined)[]) {
    this.#kind = kind;
    this.#known = new Map(known.flatMap((record) => (record ? [[record.id, toldIn(record, kind)]] : [])));
  }

  /**
   * @param stored records that are told of again
   * @returns null where nothing can be taken back: then nobody needs to know who told
   */
  static async of<OfKind extends Kind>(
    db: LiukeDatabase,
    kind: OfKind,
    stored: readonly ({ id: string } | undefined)[],
  ): Promise<Tellings<OfKind> | null> {
    const ids = stored.flatMap((record) => (record ? [tellingsId(kind, record.id)] : []));
    if (ids.length === 0 || !(await holdsAny(db.jobs.where('id').startsWith('import|')))) return null;
    return new Tellings(kind, await neighboursOf(db.tellings, ids));
  }

  /** @param before what is stored; @param told by the file that it names, by a page where it names none */
  hear(before: (OrderRecord | AfterSaleRecord) & TellingOf[OfKind], told: TellingOf[OfKind]): void {
    const id = tellingsId(this.#kind, before.id);
    const known = this.#known.get(id);
    if (!known && before.fromFile === told.fromFile) return;
    const list = known ?? [before];
    const own = list.find((each) => each.fromFile === told.fromFile && isLines(each) === isLines(told));
    const joined = own ? joinedAgain(own, told) : told;
    if (own && own === list.at(-1) && isTheSame(own, joined)) return;
    const after = [...list.filter((each) => each !== own), joined];
    this.#known.set(id, after);
    const { shopId } = before;
    this.#changed.set(id, { id, shopId, orders: [], cases: [], [this.#kind]: after });
  }

  async write(db: LiukeDatabase): Promise<void> {
    await db.tellings.bulkPut([...this.#changed.values()]);
  }
}

/** Who told of these records, to leave one of them out. Within the transaction that does. */
export async function toldOf<OfKind extends Kind>(db: LiukeDatabase, kind: OfKind, recordIds: readonly string[]) {
  const records = await db.tellings.bulkGet(recordIds.map((id) => tellingsId(kind, id)));
  const known = new Map(records.flatMap((record) => (record ? [[record.id, record]] : [])));
  const changed: TellingsRecord[] = [];
  const settled: string[] = [];
  return {
    /** @returns what the others told, nothing where it alone did; null where it told nothing */
    without(importId: string, stored: { id: string; fromFile?: string }): TellingOf[OfKind][] | null {
      const record = known.get(tellingsId(kind, stored.id));
      if (!record) return stored.fromFile === importId ? [] : null;
      const told = toldIn(record, kind);
      const left = told.filter(({ fromFile }) => fromFile !== importId);
      if (left.length === told.length) return null;
      if (left.length > 1) changed.push({ ...record, [kind]: left });
      else settled.push(record.id);
      return left;
    },
    async write(): Promise<void> {
      await db.tellings.bulkPut(changed);
      await db.tellings.bulkDelete(settled);
    },
  };
}

function toldIn<OfKind extends Kind>(record: TellingsRecord, kind: OfKind): TellingOf[OfKind][] {
  return record[kind] as TellingOf[OfKind][];
}

function isLines(told: OrderTelling | AfterSaleRecord): told is LinesTold {
  return 'lines' in told;
}

/** The same file, or another page, tells of it again. */
function joinedAgain<Told extends OrderTelling | AfterSaleRecord>(own: Told, told: Told): Told {
  if (isLines(told)) return told;
  if ('caseId' in told) return joinedCases([own as AfterSaleRecord, told]) as Told;
  const { tellsAfterSales } = told;
  const joined = joinedRecord(own as OrderTold, told);
  return (tellsAfterSales === undefined ? joined : { ...joined, tellsAfterSales }) as Told;
}

/** Equal but for the time of telling. */
function isTheSame(one: object, other: object): boolean {
  return JSON.stringify({ ...one, seenAt: 0 }) === JSON.stringify({ ...other, seenAt: 0 });
}

/** @returns null where nothing is left but lines: they alone are no order */
export function joinedOrders(told: readonly OrderTelling[]): OrderRecord | null {
  let order = null as OrderRecord | null;
  for (const each of told) {
    if (!isLines(each)) order = joinedRecord(order ?? undefined, each);
    else if (order) order = { ...order, items: joinedItems(order.items, each.lines), fromFile: each.fromFile };
  }
  return order;
}

/** @param told at least one */
export function joinedCases(told: readonly AfterSaleRecord[]): AfterSaleRecord {
  return told.reduce((before, after) => joinedCase(before, after, after.fromFile ?? null));
}
