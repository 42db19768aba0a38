/**
 * How long it takes to learn how a shop's customers come back, and to say it of all of them: on a simulated shop with three
 * past windows. `node scripts/bench/insight-churn.ts [customers] [runs] [k]`
 */
import { assembleModel, nextStage } from '../../lib/insight/churn/fit-shop.ts';
import { outlookOf } from '../../lib/insight/churn/outlook.ts';
import type { ShopModel } from '../../lib/insight/churn/shop-model.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY, readOn } from '../../tests/support/simulate-shop.ts';

const [customers = 100_000, runs = 3, k = 1] = process.argv.slice(2).map(Number);
const DAYS = 728;
const AS_OF_DAY = OPENING_DAY + DAYS - 1;

const shop = mbgShop(42, { customers, days: DAYS, joinDays: DAYS - 10, r: 0.52 * k, alpha: 6.2, a: 0.9, b: 1.6, k });
const ledger = ledgerOfCustomers(shop);
const cards = shop.slice(0, 200);
const times = new Map<string, number[]>();
function note(name: string, ms: number): void {
  times.set(name, [...(times.get(name) ?? []), ms]);
}

let model: ShopModel | null = null;
let longestStep = { id: '', ms: 0 };
for (let run = 0; run < runs; run++) {
  const input = { reading: readOn(ledger, AS_OF_DAY), horizonDays: 60 };
  const done: Record<string, unknown> = {};
  const began = performance.now();
  for (let stage = nextStage(input, done); stage; stage = nextStage(input, done)) {
    const stageBegan = performance.now();
    const steps = stage.run();
    for (;;) {
      const stepBegan = performance.now();
      const step = steps.next();
      const ms = performance.now() - stepBegan;
      if (ms > longestStep.ms) longestStep = { id: stage.id, ms };
      if (!step.done) continue;
      done[stage.id] = step.value;
      break;
    }
    note(`  ${stage.id}`, performance.now() - stageBegan);
  }
  model = assembleModel(input, done);
  note('whole run', performance.now() - began);

  const outlook = outlookOf(model)(readOn(ledger, AS_OF_DAY));
  for (const column of ['health', 'returnProbability', 'expectedSpendFen', 'wakingValueFen'] as const) {
    const columnBegan = performance.now();
    void outlook[column];
    note(`outlook.${column}`, performance.now() - columnBegan);
  }

  const few = cards.map((customer) => readOn(ledgerOfCustomers([customer]), AS_OF_DAY));
  const of = outlookOf(model);
  const cardsBegan = performance.now();
  for (const reading of few) {
    const one = of(reading);
    void [one.health, one.returnProbability, one.expectedSpendFen, one.wakingValueFen];
  }
  note('one customer, every figure', (performance.now() - cardsBegan) / few.length);
}

console.log(`${customers} customers, ${ledger.days.length} purchases, k = ${k}; medians of ${runs} runs, ms`);
for (const [name, list] of times) {
  console.log(`${name.padEnd(36)} ${list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!.toPrecision(3)}`);
}
console.log(`longest time between two pauses: ${longestStep.ms.toFixed(0)} ms, in ${longestStep.id}`);
console.log(
  `level ${model!.level}, blend ${model!.blend}, gate ${model!.gate.isOpen}, k ${model!.fits.map((fit) => fit.k).join(' ')}`,
);
