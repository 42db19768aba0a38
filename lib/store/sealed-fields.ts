/**
 * What the lock seals: in which field of which table a name, a key or a note stands. One table of data; a test holds it against every
 * text that the store can hold.
 */
import type { Buyer } from '../model/identity.ts';
import { isSealed, markIn } from '../model/sealed.ts';

export interface SealedField {
  /** From the record on, dots between. */
  path: string;
  /**
   * `name`, `key`: of a buyer. `note`: what a person wrote. `look-up`: made of the field `display` beside it, and never opened: found again
   * by its mark. `quality`: how well a buyer is known; it is never sealed.
   */
  holds: 'name' | 'key' | 'note' | 'look-up' | 'quality';
  /** What stands there once it is taken out for good, because the passphrase is lost. */
  dropped: string | null;
  /** Something is counted by it: what was different stays so, by a few characters of its mark, whose key goes with the lock. */
  isCounted?: true;
}

interface SealedTable {
  fields: readonly SealedField[];
  /** Fields that hold lists of records of other tables. */
  lists?: Readonly<Record<string, 'orders'>>;
}

const customers: SealedTable = {
  fields: [
    { path: 'display', holds: 'name', dropped: '**' },
    { path: 'searchName', holds: 'look-up', dropped: '**' },
  ],
};

const orders: SealedTable = {
  fields: [
    { path: 'buyer.display', holds: 'name', dropped: null },
    { path: 'buyer.key', holds: 'key', dropped: null },
    { path: 'buyer.quality', holds: 'quality', dropped: 'masked' },
  ],
};

export const sealedTables = {
  customers,
  orders,
  reviews: { fields: [{ path: 'text', holds: 'note', dropped: '' }] },
  events: {
    fields: [
      // Of a work order and of a customer, and of a reason to go over a rule.
      { path: 'text', holds: 'note', dropped: '…' },
      { path: 'contact.overrides.reason', holds: 'note', dropped: '…' },
      { path: 'right.friendName', holds: 'name', dropped: '**' },
      { path: 'tag', holds: 'note', dropped: '…', isCounted: true },
      { path: 'right.name', holds: 'note', dropped: '…' },
      { path: 'right.trial', holds: 'note', dropped: '…', isCounted: true },
    ],
  },
  tellings: { fields: [], lists: { orders: 'orders' } },
  namePacks: { fields: [{ path: 'names', holds: 'name', dropped: '[]' }] },
} as const satisfies Record<string, SealedTable>;

export type SealedTableName = keyof typeof sealedTables;

export const sealedTableNames = Object.keys(sealedTables) as SealedTableName[];

/** @returns undefined for a table that holds no name, key or note */
export function sealedTable(name: string): SealedTable | undefined {
  return Object.hasOwn(sealedTables, name) ? sealedTables[name as SealedTableName] : undefined;
}

type Fields = Record<string, unknown>;

/**
 * The record with every text of a sealed field as `change` makes it; the same record when nothing changes, and never changed itself.
 * @param change is given the record (or the record in a list) in which the field stands, as far as it is changed
 */
export function withTexts<Stored>(
  { fields, lists = {} }: SealedTable,
  stored: Stored,
  change: (text: string, field: SealedField, record: Fields) => string | null,
): Stored {
  let record = stored as Fields;
  for (const field of fields) {
    const steps = stepsOf(field.path);
    const text = valueAt(record, steps);
    if (typeof text !== 'string') continue;
    const after = change(text, field, record);
    if (after !== text) record = withValue(record, steps, after);
  }
  for (const [name, table] of Object.entries(lists)) {
    const before = record[name] as unknown[] | undefined;
    const after = before?.map((each) => withTexts(sealedTables[table], each, change));
    if (after?.some((each, index) => each !== before![index])) record = { ...record, [name]: after };
  }
  return record as Stored;
}

/** The record with what is sealed taken out. A buyer without name and key is known no better than by a mask. */
export function withoutSealed<Stored>(table: SealedTable, stored: Stored): Stored {
  return withTexts(table, stored, (text, { holds, dropped, isCounted }, record) => {
    if (holds === 'look-up') return record.display === dropped ? dropped : text;
    if (holds === 'quality') return isNobody(record.buyer as Buyer) ? dropped : text;
    if (!isSealed(text)) return text;
    return isCounted ? `${dropped}${markIn(text).slice(0, APART_CHARS)}` : dropped;
  });
}

/** Enough for the trials and tags of a shop. */
const APART_CHARS = 6;

export function isAnySealed(table: SealedTable, stored: unknown): boolean {
  let isAny = false;
  withTexts(table, stored, (text) => {
    isAny ||= isSealed(text);
    return text;
  });
  return isAny;
}

function isNobody({ display, key, quality }: Buyer): boolean {
  return (quality === 'stable' && key === null) || (quality === 'probable' && display === null);
}

const known = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const steps = known.get(path) ?? path.split('.');
  known.set(path, steps);
  return steps;
}

function valueAt(record: Fields, steps: readonly string[]): unknown {
  let value: unknown = record;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Fields)[step];
  }
  return value;
}

function withValue(record: Fields, [step, ...rest]: readonly string[], value: string | null): Fields {
  const inside = rest.length === 0 ? value : withValue(record[step!] as Fields, rest, value);
  return { ...record, [step!]: inside };
}
