/** Several buyers at a glance: the page's list in the panel, and the chips of the overlay. */
import type { LiukeDatabase } from '../store/database.ts';
import { assess, type Assessment } from './assessment.ts';

/** @returns customer id -> assessment, for those whose profile is known */
export async function readAssessments(
  db: LiukeDatabase,
  shopId: string,
  customerIds: readonly string[],
  now: number,
): Promise<Map<string, Assessment>> {
  const [profiles, benchmarks] = await Promise.all([db.profiles.bulkGet([...customerIds]), db.benchmarks.get(shopId)]);
  return new Map(
    profiles.flatMap((profile) =>
      profile ? [[profile.customerId, assess(profile, benchmarks ?? null, now)] as const] : [],
    ),
  );
}
