/**
 * The lock is set, opened, closed, changed and taken off here. It seals to a public key; the private one lies in the store under the
 * passphrase, and while it is unlocked in the memory of the browser alone. A command that is given again opens what it set. Records are sealed and opened slice by slice (`seal-records.ts`).
 */
import { RefusedError } from '../../model/refused.ts';
import { isLongEnough, keyOfPassphrase, newSalt, PASSPHRASE_ROUNDS } from '../../lock/passphrase.ts';
import { newPair, unwrapped, wrapped } from '../../lock/pair.ts';
import type { AuditKind } from '../../model/audit.ts';
import { timeOf, type When } from '../../model/command.ts';
import { toHex } from '../../model/hex.ts';
import type { Lock, Unlocked } from '../../model/lock.ts';
import type { LiukeDatabase } from '../../store/database.ts';
import { putLock, readLock } from '../../store/lock-record.ts';
import { appendAudit, auditOf } from '../append-audit.ts';
import { newSealJob } from './seal-records.ts';

const MARK_KEY_BYTES = 32;
/** So many wrong ones go without waiting: people mistype. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;
const USUAL_AUTO_LOCK_MINUTES = 30;
const MINUTE_MS = 60_000;

/**
 * From now on names, keys and notes are written sealed; what is there already is sealed by the work between pages.
 * @param rounds fewer in tests alone
 * @throws Error when there is a lock already
 */
export async function setLock(
  db: LiukeDatabase,
  passphrase: string,
  when: When,
  rounds: number = PASSPHRASE_ROUNDS,
): Promise<Unlocked> {
  if (!isLongEnough(passphrase)) return { ok: false, because: 'shortPassphrase' };
  if (await auditOf(db, when)) return await unlock(db, passphrase, timeOf(when));
  const { publicKey, privateKey } = await newPair();
  const salt = newSalt();
  const lock: Lock = {
    state: 'sealing',
    setAt: timeOf(when),
    publicKey,
    privateKey: await wrapped(privateKey, await keyOfPassphrase(passphrase, { salt, rounds })),
    salt,
    rounds,
    markKey: toHex(crypto.getRandomValues(new Uint8Array(MARK_KEY_BYTES))),
    freshKeys: {},
    failed: 0,
    waitUntil: 0,
    autoLockMinutes: USUAL_AUTO_LOCK_MINUTES,
  };
  await begin(db, when, 'lockSet', (before) => {
    if (before)
      throw new RefusedError('lockThere', 'expected a store without a lock, found one that has one: remove it first');
    return lock;
  });
  await hold(db, privateKey);
  return { ok: true };
}

/** Opens it until it is closed again, or the browser is. */
export async function unlock(db: LiukeDatabase, passphrase: string, now: number): Promise<Unlocked> {
  const tried = await tryPassphrase(db, passphrase, now);
  if (!('privateKey' in tried)) return tried;
  // What was written while it was locked passed on sealed texts: they may lie where was gone through already.
  const anew = await newSealJob(db);
  await db.transaction('rw', [db.meta, db.jobs], async () => {
    if ((await readLock(db.meta))?.state === 'opening') await db.jobs.put(anew);
  });
  await hold(db, tried.privateKey);
  return { ok: true };
}

/** Forgets the key. Does nothing where there is no lock. */
export async function lockNow(db: LiukeDatabase): Promise<void> {
  await db.lockMemory.write!(null);
  await db.takeLock();
}

/**
 * Locks when nobody was there for as long as was chosen.
 * @param usedAt when somebody last was, epoch ms
 * @returns whether it is open still, and to be looked at again
 */
export async function lockWhenUnused(db: LiukeDatabase, usedAt: number, now: number): Promise<boolean> {
  if (!db.isOpen()) await db.open();
  const lock = db.seal.record;
  if (!lock || db.seal.isLocked) return false;
  const { autoLockMinutes } = lock;
  if (autoLockMinutes === null || now - usedAt < autoLockMinutes * MINUTE_MS) return true;
  await lockNow(db);
  return false;
}

/** The private key goes under another passphrase; not a record changes. */
export async function changePassphrase(
  db: LiukeDatabase,
  { passphrase, next }: { passphrase: string; next: string },
  when: When,
): Promise<Unlocked> {
  if (!isLongEnough(next)) return { ok: false, because: 'shortPassphrase' };
  if (await auditOf(db, when)) return await unlock(db, next, timeOf(when));
  const tried = await tryPassphrase(db, passphrase, timeOf(when));
  if (!('privateKey' in tried)) return tried;
  const salt = newSalt();
  const { rounds } = db.seal.record!;
  const privateKey = await wrapped(tried.privateKey, await keyOfPassphrase(next, { salt, rounds }));
  await db.transaction('rw', [db.meta, db.audit], async () => {
    const lock = await readLock(db.meta);
    if (lock) await putLock(db.meta, { ...lock, salt, privateKey });
    await appendAudit(db, when, { kind: 'lockChanged' });
  });
  await hold(db, tried.privateKey);
  return { ok: true };
}

/** From now on everything is written in the clear again; what is sealed is opened by the work between pages, then the lock is gone. */
export async function removeLock(db: LiukeDatabase, passphrase: string, when: When): Promise<Unlocked> {
  if (await auditOf(db, when)) {
    const again = await unlock(db, passphrase, timeOf(when));
    return !again.ok && again.because === 'noLock' ? { ok: true } : again;
  }
  const tried = await tryPassphrase(db, passphrase, timeOf(when));
  if (!('privateKey' in tried)) return tried;
  await begin(db, when, 'lockRemoved', (lock) => lock && { ...lock, state: 'opening' });
  await hold(db, tried.privateKey);
  return { ok: true };
}

/** The passphrase is lost: what is sealed is taken out for good, figures stay, and the lock is gone when that is done. */
export async function giveUpSealed(db: LiukeDatabase, when: When): Promise<void> {
  await begin(db, when, 'sealedDropped', (lock) => lock && { ...lock, state: 'dropping' });
  await db.takeLock();
}

/** @param minutes null for never by itself */
export async function setAutoLock(db: LiukeDatabase, minutes: number | null): Promise<void> {
  await changeLock(db, (lock) => ({ ...lock, autoLockMinutes: minutes }));
  await db.takeLock();
}

async function begin(
  db: LiukeDatabase,
  when: When,
  kind: AuditKind,
  next: (before: Lock | null) => Lock | null,
): Promise<void> {
  const job = await newSealJob(db);
  await db.transaction('rw', [db.meta, db.jobs, db.audit, db.namePacks], async () => {
    if (await auditOf(db, when)) return;
    const lock = next(await readLock(db.meta));
    if (!lock) return;
    await putLock(db.meta, lock);
    // There are none but while the lock is on.
    await db.namePacks.clear();
    await db.jobs.put(job);
    await appendAudit(db, when, { kind });
  });
}

async function hold(db: LiukeDatabase, secret: string): Promise<void> {
  await db.lockMemory.write!({ secret, fresh: null });
  await db.takeLock();
}

async function changeLock(db: LiukeDatabase, change: (lock: Lock) => Lock): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const lock = await readLock(db.meta);
    if (lock) await putLock(db.meta, change(lock));
  });
}

async function tryPassphrase(
  db: LiukeDatabase,
  passphrase: string,
  now: number,
): Promise<Exclude<Unlocked, { ok: true }> | { privateKey: string }> {
  const lock = await readLock(db.meta);
  if (!lock) return { ok: false, because: 'noLock' };
  // Longer waits nobody: the clock was ahead then, and must not shut anybody out until it gets there again.
  const waitUntil = Math.min(lock.waitUntil, now + LONGEST_WAIT_MS);
  if (waitUntil < lock.waitUntil) await changeLock(db, (before) => ({ ...before, waitUntil }));
  if (now < waitUntil) return { ok: false, because: 'tooSoon', waitUntil };
  const privateKey = await unwrapped(lock.privateKey, await keyOfPassphrase(passphrase, lock));
  if (privateKey !== null) {
    if (lock.failed > 0) await changeLock(db, (before) => ({ ...before, failed: 0, waitUntil: 0 }));
    return { privateKey };
  }
  let next = 0;
  await changeLock(db, (before) => {
    const failed = before.failed + 1;
    next = failed < FREE_TRIES ? 0 : now + Math.min(FIRST_WAIT_MS * 2 ** (failed - FREE_TRIES), LONGEST_WAIT_MS);
    return { ...before, failed, waitUntil: next };
  });
  return { ok: false, because: 'otherPassphrase', waitUntil: next };
}
