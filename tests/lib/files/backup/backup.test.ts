import { describe, expect, test } from 'vitest';
import { newLock } from '../../../../lib/files/backup/lock.ts';
import { lossesIn, readBackup } from '../../../../lib/files/backup/read-backup.ts';
import { intoBox, newBox, underPassphrase } from '../../../../lib/files/backup/sealing.ts';
import { writeBackup, type BackupTable } from '../../../../lib/files/backup/write-backup.ts';
import { withDamagedBlock } from '../../../support/damage-block.ts';
import { makeOrders } from '../../../support/make-order.ts';

const PASSPHRASE = '留客 backup 2026';
/** The real number of rounds is tested once: a guess is meant to take long. */
const quickLock = () => newLock(1000);
const of = { madeAt: 1, storeVersion: 3 };
const orders = makeOrders(4000);

function tableOf(name: string, records: readonly unknown[]): BackupTable {
  async function* portions() {
    for (let at = 0; at < records.length; at += 300) yield records.slice(at, at + 300);
  }
  return { name, portions: portions() };
}

async function backupOf(tables: BackupTable[], lock = quickLock()) {
  const pieces = [];
  for await (const piece of writeBackup(tables, of, underPassphrase(PASSPHRASE, lock))) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function restored(bytes: Uint8Array<ArrayBuffer>, passphrase = PASSPHRASE) {
  const records = new Map<string, unknown[]>();
  const report = await readBackup(new Blob([bytes]), passphrase, ({ table, records: more }) => {
    records.set(table, [...(records.get(table) ?? []), ...more]);
  });
  return { report, records };
}

describe('a backup', () => {
  test('brings back every record of every table, and says that it is whole', async () => {
    const events = [{ id: '1', note: '多行\n文字 "x"' }];
    const bytes = await backupOf([tableOf('orders', orders), tableOf('events', events), tableOf('reviews', [])]);
    const { report, records } = await restored(bytes);
    expect(records.get('orders')).toEqual(orders);
    expect(records.get('events')).toEqual(events);
    expect(report).toMatchObject({ isWhole: true, damagedBlocks: 0, promised: { reviews: { count: 0 } } });
  });

  test('shows nothing of what is in it', async () => {
    const text = new TextDecoder('latin1').decode(await backupOf([tableOf('orders', orders.slice(0, 50))]));
    expect(text).not.toMatch(/orderId|buyer_|3090000000000/);
  });

  test('is smaller than its records', async () => {
    const bytes = await backupOf([tableOf('orders', orders)]);
    expect(bytes.length).toBeLessThan(JSON.stringify(orders).length / 4);
  });

  test('opens with no other passphrase, and asks for one of eight characters', async () => {
    const bytes = await backupOf([tableOf('orders', orders.slice(0, 5))]);
    await expect(restored(bytes, 'another passphrase')).rejects.toThrow('expected the passphrase of this backup');
    await expect(restored(bytes, 'short')).rejects.toThrow('8 characters or more');
  });

  test('takes a key from 600,000 rounds', { timeout: 30_000 }, async () => {
    const bytes = await backupOf([tableOf('orders', orders.slice(0, 5))], newLock());
    expect(JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(10))))).toMatchObject({
      lock: { rounds: 600_000 },
    });
    expect((await restored(bytes)).report.isWhole).toBe(true);
  });
});

describe('a damaged backup', () => {
  test.each([
    [
      'a byte turned inside a block',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1),
    ],
    ['its end cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -200)],
    [
      'a piece cut out',
      (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([...bytes.subarray(0, 9000), ...bytes.subarray(9500)]),
    ],
  ])('with %s gives the other blocks, and says that it is not whole', async (_, damage) => {
    const bytes = await backupOf([tableOf('orders', orders)]);
    const { report, records } = await restored(damage(bytes));
    expect(report.isWhole).toBe(false);
    expect(report.promised === null || report.damagedBlocks > 0).toBe(true);
    const left = records.get('orders') ?? [];
    expect(left.length).toBeGreaterThan(0);
    const all = new Set(orders.map((order) => JSON.stringify(order)));
    expect(left.every((record) => all.has(JSON.stringify(record)))).toBe(true);
  });

  test('with a block of another backup in its place does not take it', async () => {
    const [one, other] = [await backupOf([tableOf('orders', orders)]), await backupOf([tableOf('orders', orders)])];
    const half = one.length >> 1;
    const mixed = new Uint8Array([...one.subarray(0, half), ...other.subarray(half)]);
    const { report, records } = await restored(mixed);
    expect(report).toMatchObject({ isWhole: false, promised: null });
    expect(records.get('orders')!.length).toBeLessThan(orders.length);
  });

  test('with a block twice takes it once', async () => {
    const bytes = await backupOf([tableOf('orders', orders.slice(0, 10))]);
    const blocks = bytes.subarray(bytes.indexOf(10) + 1);
    const { report, records } = await restored(new Uint8Array([...bytes, ...blocks]));
    expect(records.get('orders')).toHaveLength(10);
    expect(report.isWhole).toBe(true);
  });

  describe('of which a table is vital', () => {
    const meta = [{ name: 'identitySecret', value: 'ab'.repeat(32) }];
    const vital = async () =>
      await backupOf([{ ...tableOf('meta', meta), isVital: true }, tableOf('orders', orders.slice(0, 10))]);

    test('has that table also where its block is damaged, and counts it once', async () => {
      const bytes = await vital();
      const { report, records } = await restored(withDamagedBlock(bytes, 0));
      expect(records.get('meta')).toEqual(meta);
      expect(report).toMatchObject({ isWhole: true, damagedBlocks: 1, found: { meta: { count: 1 } } });
      const whole = await restored(bytes);
      expect(whole.records.get('meta')).toEqual(meta);
      expect(whole.report).toMatchObject({ isWhole: true, damagedBlocks: 0, found: { meta: { count: 1 } } });
    });

    test('has each of several that way, and a table that is not repeated stays lost', async () => {
      const shops = [{ shopId: 'a' }, { shopId: 'b' }];
      const bytes = await backupOf([
        { ...tableOf('meta', meta), isVital: true },
        { ...tableOf('shops', shops), isVital: true },
        tableOf('orders', orders.slice(0, 10)),
      ]);
      const whole = await restored(bytes);
      expect([whole.records.get('meta'), whole.records.get('shops')]).toEqual([meta, shops]);
      const both = await restored(withDamagedBlock(withDamagedBlock(bytes, 0), 1));
      expect([both.records.get('meta'), both.records.get('shops')]).toEqual([meta, shops]);
      expect(both.report).toMatchObject({ isWhole: true, damagedBlocks: 2 });
      expect((await restored(withDamagedBlock(bytes, 2))).records.get('orders')).toBeUndefined();
    });

    test('has it where the end is damaged, and not where both are', async () => {
      const bytes = await vital();
      expect((await restored(withDamagedBlock(bytes, 'last'))).records.get('meta')).toEqual(meta);
      const both = withDamagedBlock(withDamagedBlock(bytes, 0), 'last');
      expect((await restored(both)).records.get('meta')).toBeUndefined();
    });
  });

  test('says of which tables how many records are lost', async () => {
    const bytes = await backupOf([tableOf('orders', orders), tableOf('shops', [{ shopId: 'a' }])]);
    const { report, records } = await restored(withDamagedBlock(bytes, 0));
    const left = records.get('orders')!.length;
    expect(left).toBeGreaterThan(0);
    expect(lossesIn(report)).toEqual([{ table: 'orders', found: left, promised: orders.length }]);
    expect(lossesIn((await restored(bytes)).report)).toEqual([]);
    expect(lossesIn((await restored(bytes.slice(0, -100))).report)).toEqual([]);
  });

  test('of a changed first line is none of ours', async () => {
    const bytes = await backupOf([tableOf('orders', orders.slice(0, 10))]);
    const later = new TextDecoder('latin1').decode(bytes).replace('"madeAt":1', '"madeAt":2');
    await expect(restored(Uint8Array.from(later, (letter) => letter.charCodeAt(0)))).rejects.toThrow('passphrase');
  });
});

const header = { format: 'liuke-backup', version: 1, ...of, lock: quickLock() };

test.each([
  ['a text', 'hello', 'found another file'],
  ['another JSON', '{"format":"x"}\n', 'found another file'],
  ['a newer version', `${JSON.stringify({ ...header, version: 3 })}\n`, 'found version 3: update the extension'],
  [
    'a lock that asks for years',
    `${JSON.stringify({ ...header, lock: { ...header.lock, rounds: 1e12 } })}\n`,
    'a lock of this version',
  ],
])('%s is refused in words', async (_, content, message) => {
  await expect(restored(new TextEncoder().encode(content))).rejects.toThrow(message);
});

describe('a backup that is made by itself', () => {
  const box = async (passphrase = PASSPHRASE) => await newBox(passphrase, quickLock());
  const made = async (of_: Awaited<ReturnType<typeof box>>) => {
    const pieces = [];
    for await (const piece of writeBackup([tableOf('orders', orders)], of, await intoBox(of_))) pieces.push(piece);
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  };

  test('is sealed without a passphrase, and opened with it, and with no other', async () => {
    const bytes = await made(JSON.parse(JSON.stringify(await box())) as Awaited<ReturnType<typeof box>>);
    const { report, records } = await restored(bytes);
    expect(report.isWhole).toBe(true);
    expect(records.get('orders')).toEqual(orders);
    await expect(restored(bytes, 'another passphrase')).rejects.toThrow('expected the passphrase of this backup');
  });

  test('has a key of its own each time, and what is kept to seal it opens none', async () => {
    const kept = await box();
    const [one, two] = [await intoBox(kept), await intoBox(kept)];
    expect(one.lock.box!.freshKey).not.toBe(two.lock.box!.freshKey);
    const bytes = await made(kept);
    await expect(readBackup(new Blob([bytes]), two, () => {})).rejects.toThrow(/expected the passphrase/);
    expect(JSON.stringify(kept)).not.toContain(PASSPHRASE);
  });

  test('says to older versions that they are too old; one under a passphrase is still of the first form', async () => {
    const versionOf = (bytes: Uint8Array) =>
      (JSON.parse(new TextDecoder().decode(bytes).split('\n')[0]!) as { version: number }).version;
    expect(versionOf(await made(await box()))).toBe(2);
    expect(versionOf(await backupOf([tableOf('orders', orders.slice(0, 3))]))).toBe(1);
  });

  test('is bound to its head: another fresh key or private key opens nothing', async () => {
    const bytes = await made(await box());
    const head = new TextDecoder().decode(bytes).split('\n')[0]!;
    const other = (await intoBox(await box())).lock.box!.freshKey;
    const { lock } = JSON.parse(head) as { lock: { box: { freshKey: string } } };
    const changed = new TextEncoder().encode(head.replace(lock.box.freshKey, other));
    const swapped = bytes.slice();
    swapped.set(changed);
    await expect(restored(swapped)).rejects.toThrow(/expected the passphrase/);
  });
});
