/** All that is learnt about a shop, with its past windows; and what is then said of every customer. */
import { assembleModel, nextStage } from '../../../lib/insight/churn/fit-shop.ts';
import { outlookOf } from '../../../lib/insight/churn/outlook.ts';
import { ledgerOfCustomers, mbgShop, OPENING_DAY, readOn } from '../../../tests/support/simulate-shop.ts';
import { timeCold, type Timing } from './bench.ts';

const DAYS = 728;
const AS_OF_DAY = OPENING_DAY + DAYS - 1;
const WORLD = { days: DAYS, joinDays: DAYS - 10, r: 0.52, alpha: 6.2, a: 0.9, b: 1.6 };

export async function benchChurn(customers: number, n: number): Promise<Timing[]> {
  const ledger = ledgerOfCustomers(mbgShop(42, { customers, ...WORLD }));
  const named = (what: string) => `simulated shop (${customers} customers): ${what}`;
  let longestMs = 0;
  const run = () => {
    const input = { reading: readOn(ledger, AS_OF_DAY), horizonDays: 60 };
    const done: Record<string, unknown> = {};
    for (let stage = nextStage(input, done); stage; stage = nextStage(input, done)) {
      const steps = stage.run();
      for (;;) {
        const start = performance.now();
        const step = steps.next();
        longestMs = Math.max(longestMs, performance.now() - start);
        if (!step.done) continue;
        done[stage.id] = step.value;
        break;
      }
    }
    return assembleModel(input, done);
  };
  const whole = await timeCold(named('fit with three past windows'), n, run);
  const outlook = outlookOf(run());
  const health = await timeCold(named('health of everyone'), n, () => outlook(readOn(ledger, AS_OF_DAY)).health);
  return [whole, { name: named('longest time between two pauses'), n, medianMs: longestMs }, health];
}
