/**
 * How long the list of the day takes with every playbook on, an occasion of every kind under way and trials running, and how long a
 * trial's outcome: `npm run bench:actions [customers]`, 300,000 when left out. Medians and 95th percentiles; it fails where
 * the list, its columns kept from the count before, takes longer than its bar.
 */
import { availableParallelism, loadavg } from 'node:os';
import { activePlaybooks } from '../../lib/actions/active-playbooks.ts';
import { dueColumn, duePlaybooks, type Due } from '../../lib/actions/day-list.ts';
import { DueRows } from '../../lib/actions/due-rows.ts';
import { offersToNew } from '../../lib/actions/fairness.ts';
import { heldOffList, type DatedContact } from '../../lib/actions/guards.ts';
import { eligibleFor, isTriable } from '../../lib/actions/trials/enrol.ts';
import { leftAloneBy, rightsBeside } from '../../lib/actions/trials/hold-out.ts';
import { trialOutcome } from '../../lib/actions/trials/outcome.ts';
import { playbookPast } from '../../lib/actions/playbook-past.ts';
import { withNumbers } from '../../lib/actions/playbook-numbers.ts';
import { Measures } from '../../lib/insight/measures/measures.ts';
import { rowsOf, topRows } from '../../lib/insight/segments/select.ts';
import { countBy } from '../../lib/insight/tiers/tier-columns.ts';
import { resolveTiers } from '../../lib/insight/tiers/tier-settings.ts';
import { occasionKinds, type Occasion } from '../../lib/model/occasion.ts';
import { startOfDay } from '../../lib/model/shanghai-time.ts';
import type { Trial } from '../../lib/model/trial.ts';
import { finish } from '../../lib/insight/steps.ts';
import { fairness } from '../../lib/rules/offers.ts';
import { contactLimits, dayListRules, playbooks } from '../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../lib/rules/tiers.ts';
import { time, timeCold } from './insight/bench.ts';
import { makeBigShop } from './insight/big-shop.ts';

const RUNS = 20;
/** For 300,000 customers on two cores that have nothing else to do. */
const BAR_MS = 100;
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

const toNew = offersToNew(playbooks, [], fairness, 0);
/** One of every playbook with an offer, a tenth held out. */
const trials = listed
  .filter((playbook) => playbook.offer && isTriable(playbook, tiers))
  .map((playbook) => trialOf(playbook));

function trialOf(playbook: Due): Trial {
  return {
    trialId: `trial of ${playbook.id}`,
    shopId: 'shop',
    playbookId: playbook.id,
    arms: [
      { armId: 'holdOut', share: 0.1, coupon: null, wording: null },
      { armId: 'treated', share: 0.9, coupon: null, wording: null },
    ],
    startDay: shop.context.asOfDay - 60,
    horizonDays: 30,
    baseRate: 0.2,
    lift: 0.05,
    eligible: eligibleFor(playbook, tiers),
  };
}

/** Every so many customers one was turned to two days ago, for what stands first for them: they come under the next. */
const TURNED_TO_EVERY = 60;
const turnedTo = (playbook: Due | undefined): DatedContact => ({
  customerId: '0'.repeat(32),
  channel: 'chat',
  how: 'copied',
  templateId: null,
  playbookId: playbook?.id ?? null,
  isOffer: false,
  overrides: null,
  at: now - 48 * 3_600_000,
});

/** What the panel asks for: three counts, and the first of the longest job. */
function listOfTheDay(measures: Measures, playbooksOn = listed): Uint32Array {
  const isLeftAlone = leftAloneBy(measures.ledger, playbooksOn, trials);
  const givesRight = rightsBeside(measures.ledger, playbooksOn, trials);
  const due = dueColumn(measures, tiers, playbooksOn, contactLimits, toNew, isLeftAlone, givesRight);
  const rows = new DueRows(measures, tiers, playbooksOn, contactLimits, toNew, givesRight);
  for (let row = 0; row < due.length; row += TURNED_TO_EVERY) {
    const contacts = [turnedTo(listed[due[row]! - 1])];
    due[row] = rows.firstOf(row, due[row]!, (playbook, place) => {
      const held = heldOffList({ playbook, contacts, putOffs: [], limits: contactLimits, now });
      return held !== null || isLeftAlone?.(row, place) === true;
    });
  }
  countBy(due, listed.length + 1);
  const places = listed.map(({ due: { job } }) => Number(job === 'wake'));
  const mask = due.map((place) => (place === 0 ? 0 : places[place - 1]!));
  return topRows(rowsOf(mask), measures.column('netSpendFen'), 'descending', dayListRules.perDay);
}

console.log(
  `Node ${process.version}, ${availableParallelism()} cores, ${customers} customers, ${listed.length} playbooks, ${trials.length} trials`,
);
const cold = await timeCold('list of the day, every column computed anew', 5, () =>
  listOfTheDay(new Measures(shop.ledger, shop.context)),
);
const kept = await time('list of the day, columns kept', RUNS, () => listOfTheDay(shop));
/** What is counted anew while somebody types: every playbook, one of them with another number each time. */
let typed = 0;
const recount = await time('recount with a number changed, columns kept', RUNS, () => {
  typed += 1;
  const days = { 'all.recencyDays>=': 300 + typed };
  return listOfTheDay(
    shop,
    listed.map((one) => (one.id === 'lost-365' ? { ...one, ...withNumbers(one, days), due: one.due } : one)),
  );
});
const eligible = eligibleFor(
  listed.find(({ id }) => id === 'silent-wake')!,
  tiers,
);
const pastDays = [30, 60, 90, 180, 365].map((ago) => ({ day: asOfDay - ago, shipped: eligible, changed: eligible }));
const past = await time('five days of the past looked back on', 3, () =>
  finish(playbookPast(shop.ledger, shop.context, pastDays, 7)),
);
const outcome = await time(`outcome of a trial of 60 days (${trials[0]!.playbookId})`, 3, () =>
  finish(trialOutcome(trials[0]!, shop.ledger, shop.context, null)),
);
for (const { name, n, medianMs, p95Ms } of [cold, kept, recount, past, outcome])
  console.log(`${medianMs.toFixed(1).padStart(8)} ms  p95 ${p95Ms.toFixed(1)} ms  n = ${n}  ${name}`);

const isMissed = kept.medianMs > BAR_MS;
console.log(
  `\nbar: ${kept.name}, median at most ${BAR_MS} ms: ${isMissed ? 'not met' : 'met'}; load ${loadavg()[0]!.toFixed(1)}`,
);
if (isMissed) process.exitCode = 1;
