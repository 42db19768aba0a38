/**
 * What a fitted shop says of each row of a reading, be it one customer or all; computed when first asked for. NaN where the
 * shop's past allows no figure, and for rows without a purchase.
 */
import type { Outlook, Reading } from '../measures/reading.ts';
import { expectedOrders, spread } from '../models/fit.ts';
import { groupCustomers, type Grouped } from '../models/group.ts';
import { finish } from '../steps.ts';
import { anchorOf, healthOf } from './health.ts';
import { sigmoid } from './logit.ts';
import { afterSilence, rawLogits, scoreLogits, type Buyers } from './score.ts';
import { cycleDays } from './shop-cycle.ts';
import { allowedBy, type ShopModel } from './shop-model.ts';
import { amountsAt, spendPerPurchaseFen, type Amounts } from './spend.ts';
import { customersAt, DAYS_PER_WEEK, type CustomersAt } from './stats-at.ts';

const YEAR_DAYS = 365;

export interface ShopOutlook extends Outlook {
  /** Expected purchases of the next 365 days. */
  expectedOrders: Float64Array;
  /** The cycle that health is measured against. */
  cycleDays: Float64Array;
}

export function outlookOf(model: ShopModel): (reading: Reading) => ShopOutlook {
  return (reading) => new LazyOutlook(model, reading);
}

class LazyOutlook {
  readonly #model: ShopModel;
  readonly #reading: Reading;
  readonly #computed = new Map<string, unknown>();

  constructor(model: ShopModel, reading: Reading) {
    this.#model = model;
    this.#reading = reading;
  }

  get returnProbability(): Float64Array {
    return this.#column('returnProbability', allowedBy(this.#model).percentages, () => this.#logits.map(sigmoid));
  }

  get health(): Float64Array {
    return this.#column('health', allowedBy(this.#model).health, () => {
      const { repeatCount } = this.#customers.stats;
      return this.#logits.map((logit, at) => healthOf(logit, anchorOf(this.#model.anchors!, repeatCount[at]!)));
    });
  }

  get expectedSpendFen(): Float64Array {
    return this.#column('expectedSpendFen', allowedBy(this.#model).amounts, () => {
      const perPurchase = this.#spendPerPurchase;
      return this.#yearOrders.map((orders, at) => orders * perPurchase[at]!);
    });
  }

  get wakingValueFen(): Float64Array {
    const { health } = allowedBy(this.#model);
    return this.#column('wakingValueFen', health && this.#model.spend !== null, () => {
      const fresh = finish(rawLogits(this.#rule, afterSilence(this.#buyers, new Float64Array(this.#customers.size))));
      const now = this.#logits;
      const perPurchase = this.#spendPerPurchase;
      return fresh.map((logit, at) => Math.max(0, sigmoid(logit) - sigmoid(now[at]!)) * perPurchase[at]!);
    });
  }

  get expectedOrders(): Float64Array {
    return this.#column('expectedOrders', allowedBy(this.#model).percentages, () => this.#yearOrders);
  }

  get cycleDays(): Float64Array {
    return this.#column('cycleDays', true, () => this.#buyers.cycleDays);
  }

  get #rule() {
    const { fits, horizonDays, blend, logistic } = this.#model;
    return { fits, horizonDays, blend, logistic };
  }

  get #customers(): CustomersAt {
    const { ledger, ends, context } = this.#reading;
    return this.#once('customers', () => customersAt(ledger, ends, context.asOfDay));
  }

  get #buyers(): Buyers {
    const { ledger, ends } = this.#reading;
    return this.#once('buyers', () => {
      const { stats, recencyDays, rows } = this.#customers;
      return { stats, recencyDays, cycleDays: cycleDays(ledger, ends, rows, this.#model.cycle) };
    });
  }

  get #grouped(): Grouped {
    return this.#once('grouped', () => groupCustomers(this.#customers.stats));
  }

  get #logits(): Float64Array {
    return this.#once('logits', () => finish(scoreLogits(this.#rule, this.#buyers, this.#grouped)));
  }

  get #amounts(): Amounts {
    const { ledger, ends } = this.#reading;
    return this.#once('amounts', () => amountsAt(ledger, ends, this.#customers.rows));
  }

  get #spendPerPurchase(): Float64Array {
    return this.#once('spendPerPurchase', () => spendPerPurchaseFen(this.#model.spend!, this.#amounts));
  }

  /** The mean of the models, per customer. */
  get #yearOrders(): Float64Array {
    return this.#once('yearOrders', () => {
      const { fits } = this.#model;
      const sum = new Float64Array(this.#grouped.size);
      for (const fit of fits) {
        const orders = expectedOrders(fit, this.#grouped, YEAR_DAYS / DAYS_PER_WEEK);
        for (let group = 0; group < sum.length; group++) sum[group]! += orders[group]! / fits.length;
      }
      return spread(sum, this.#grouped);
    });
  }

  #once<T>(name: string, compute: () => T): T {
    if (!this.#computed.has(name)) this.#computed.set(name, compute());
    return this.#computed.get(name) as T;
  }

  /** From one number per customer to one per row of the reading. */
  #column(name: string, isAllowed: boolean, perCustomer: () => Float64Array): Float64Array {
    return this.#once(`column ${name}`, () => {
      const column = new Float64Array(this.#reading.size).fill(Number.NaN);
      if (!isAllowed) return column;
      const values = perCustomer();
      const { rows } = this.#customers;
      for (let customer = 0; customer < rows.length; customer++) column[rows[customer]!] = values[customer]!;
      return column;
    });
  }
}
