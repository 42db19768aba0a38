/**
 * How long the list of the day takes with every playbook on and an occasion of every kind under way: `npm run bench:actions
 * [customers]`, 300,000 when left out. Medians.
 */
import { availableParallelism } from 'node:os';
import { activePlaybooks } from '../../lib/actions/active-playbooks.ts';
import { dueColumn, duePlaybooks } from '../../lib/actions/day-list.ts';
import { Measures } from '../../lib/insight/measures/measures.ts';
import { rowsOf, topRows } from '../../lib/insight/segments/select.ts';
import { countBy } from '../../lib/insight/tiers/tier-columns.ts';
import { resolveTiers } from '../../lib/insight/tiers/tier-settings.ts';
import { occasionKinds, type Occasion } from '../../lib/model/occasion.ts';
import { startOfDay } from '../../lib/model/shanghai-time.ts';
import { contactLimits, dayListRules, playbooks } from '../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../lib/rules/tiers.ts';
import { time, timeCold } from './insight/bench.ts';
import { makeBigShop } from './insight/big-shop.ts';

const RUNS = 20;
const customers = Number(process.argv[2] ?? 300_000);
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });
const shop = makeBigShop(customers);
const { asOfDay } = shop.context;
const now = startOfDay(asOfDay) + 12 * 3_600_000;
const listed = duePlaybooks(
  activePlaybooks(playbooks, {
    choices: Object.fromEntries(playbooks.map(({ id }) => [id, true])),
    // One that is on, one that is over, one that is to come.
    occasions: occasionKinds.flatMap((kind) =>
      [-10, 0, 2].map((days): Occasion => {
        const startAt = startOfDay(asOfDay + days) + 9 * 3_600_000;
        return {
          id: kind,
          kind,
          label: { zh: kind, en: kind },
          startAt,
          endAt: startAt + 7_200_000,
          certainty: 'fixed',
        };
      }),
    ),
    limits: contactLimits,
    asOfDay,
    now,
  }),
);

/** What the panel asks for: three counts, and the first of the longest job. */
function listOfTheDay(measures: Measures): Uint32Array {
  const due = dueColumn(measures, tiers, listed, contactLimits);
  countBy(due, listed.length + 1);
  const places = listed.map(({ due: { job } }) => Number(job === 'wake'));
  const mask = due.map((place) => (place === 0 ? 0 : places[place - 1]!));
  return topRows(rowsOf(mask), measures.column('netSpendFen'), 'descending', dayListRules.perDay);
}

console.log(
  `Node ${process.version}, ${availableParallelism()} cores, ${customers} customers, ${listed.length} playbooks`,
);
for (const { name, n, medianMs } of [
  await timeCold('list of the day, every column computed anew', 5, () =>
    listOfTheDay(new Measures(shop.ledger, shop.context)),
  ),
  await time('list of the day, columns kept', RUNS, () => listOfTheDay(shop)),
])
  console.log(`${medianMs.toFixed(1).padStart(8)} ms  n = ${n}  ${name}`);
