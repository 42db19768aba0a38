/**
 * A ledger as bytes, for the store: a header (mark, version, sizes, checksum), then the arrays, the widest first so that each
 * stands at a multiple of its width. Read back without copying. What does not fit is damaged and is built anew from the orders.
 */
import { ID_BYTES, perCustomer, perPurchase, type Ledger } from './ledger.ts';

/** Raised whenever the meaning of a row changes: older bytes are not read but built anew. */
export const LEDGER_VERSION = 2;

const MARK = 0x4c4b_4c47;
const HEADER_BYTES = 24;

/** The stored bytes are not what was written, or were written by another version. */
export class DamagedLedgerError extends Error {
  override name = 'DamagedLedgerError';
}

interface Section {
  name: keyof Ledger;
  Column: new (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView;
  length: number;
  at: number;
}

export function encodeLedger(ledger: Ledger): ArrayBuffer {
  const purchases = ledger.days.length;
  const { sections, bytes } = layout(ledger.size, purchases);
  const buffer = new ArrayBuffer(bytes);
  for (const { name, at } of sections) {
    const column = ledger[name] as Uint8Array;
    new Uint8Array(buffer).set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
  }
  new Uint32Array(buffer, 0, 5).set([MARK, LEDGER_VERSION, ledger.size, purchases, checksum(buffer)]);
  return buffer;
}

/** @throws DamagedLedgerError naming what was expected and found */
export function decodeLedger(buffer: ArrayBuffer): Ledger {
  if (buffer.byteLength < HEADER_BYTES) throw damaged('a header', `${buffer.byteLength} bytes`);
  const [mark, version, size, purchases, sum] = new Uint32Array(buffer, 0, 5);
  if (mark !== MARK) throw damaged('a ledger', 'other bytes');
  if (version !== LEDGER_VERSION) throw damaged(`version ${LEDGER_VERSION}`, `version ${version}`);
  const { sections, bytes } = layout(size!, purchases!);
  if (buffer.byteLength !== bytes) throw damaged(`${bytes} bytes`, `${buffer.byteLength}`);
  if (checksum(buffer) !== sum) throw damaged('its own checksum', 'another');
  const columns = sections.map(({ name, Column, length, at }) => [name, new Column(buffer, at, length)]);
  return { size: size!, ...(Object.fromEntries(columns) as Omit<Ledger, 'size'>) };
}

function damaged(expected: string, found: string): DamagedLedgerError {
  return new DamagedLedgerError(`stored columns: expected ${expected}, found ${found}; they are built anew`);
}

function layout(size: number, purchases: number): { sections: Section[]; bytes: number } {
  const all = [
    ...Object.entries(perPurchase).map(([name, Column]) => ({ name, Column, length: purchases })),
    { name: 'offsets', Column: Uint32Array, length: size + 1 },
    ...Object.entries(perCustomer).map(([name, Column]) => ({ name, Column, length: size })),
    { name: 'ids', Column: Uint8Array, length: size * ID_BYTES },
  ].toSorted((a, b) => b.Column.BYTES_PER_ELEMENT - a.Column.BYTES_PER_ELEMENT);
  let at = HEADER_BYTES;
  const sections = all.map((section) => {
    const start = at;
    at += section.length * section.Column.BYTES_PER_ELEMENT;
    return { ...section, at: start } as Section;
  });
  return { sections, bytes: Math.ceil(at / 8) * 8 };
}

/** FNV-1a over 32-bit words in two lanes: finds torn and swapped bytes at a gigabyte a second; not meant against an attacker. */
function checksum(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer, HEADER_BYTES);
  let even = 0x811c_9dc5;
  let odd = 0x0100_0193;
  for (let at = 0; at + 1 < words.length; at += 2) {
    even = Math.imul(even ^ words[at]!, 0x0100_0193);
    odd = Math.imul(odd ^ words[at + 1]!, 0x0100_0193);
  }
  const last = words.length % 2 === 1 ? words.at(-1)! : 0;
  return (Math.imul(even ^ last, 0x0100_0193) ^ Math.imul(odd, 0x85eb_ca6b)) >>> 0;
}
