/** JD home page: how many orders, cases and disputes wait. Api `…findHomeDisplay`, known from a public tool that uses it. */
import type { ToDoCounter } from '../../../model/to-do-counter.ts';
import { codeIn, countIn, fieldsOf, isFields } from '../../reading/fields.ts';
import { ReadError } from '../../reading/read-error.ts';
import { listAt } from '../../responses/find-rows.ts';
import { isCall, observedCalls } from '../../responses/observed-calls.ts';
import { emptyBatch, lostBatch, type ResponseReader } from '../../responses/response-reader.ts';
import { homeCounters, type HomeCounter } from '../home-counters.ts';

export const jdHomeDisplayResponse: ResponseReader = {
  platform: 'jd',
  page: 'home',
  matches: (url) => isCall(observedCalls.jdCounters, url),
  read(value) {
    const groups = listAt(value, ['data.realSchedules', 'realSchedules']);
    if (!groups) return lostBatch('jd', 'home', 'counters');
    const entries = groups.flatMap((group) => listAt(group, ['data']) ?? []).slice(0, 500);
    const batch = emptyBatch('jd', 'home');
    entries.forEach((entry, index) => {
      const { id, value: count } = fieldsOf(entry);
      const known = homeCounters.find(({ jdId }) => String(jdId) === codeIn(id)) ?? null;
      if (known === null && isFields(entry)) return;
      batch.health.rows += 1;
      try {
        batch.counters.push(counterOf(known, count, batch.counters));
        batch.health.read += 1;
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        batch.rejects.push({ what: error.what, row: index + 1 });
      }
    });
    return batch;
  },
};

function counterOf(known: HomeCounter | null, value: unknown, others: readonly ToDoCounter[]): ToDoCounter {
  const count = known && countIn(value, 'counter');
  if (known === null || count === null || count > 1_000_000) throw new ReadError('counter');
  if (others.some(({ counterId }) => counterId === known.counterId)) throw new ReadError('counter (shown twice)');
  return { counterId: known.counterId, label: known.labels[0]!, count };
}
