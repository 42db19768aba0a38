/**
 * A ledger read on one day: any metric as a column with one number per customer, computed when first asked for. NaN is "not
 * known". Purchases after that day are not looked at, so the same code tells how things stood a month ago.
 */
import { tagKey } from '../../model/tag.ts';
import { endsAt, rowOf, type Ledger } from '../ledger/ledger.ts';
import type { MetricName, Metrics } from '../metrics.ts';
import { formulas } from './formulas.ts';
import type { MeasureContext, Outlook, Reading } from './reading.ts';

export class Measures implements Reading {
  readonly ledger: Ledger;
  readonly context: MeasureContext;
  readonly ends: Uint32Array;
  readonly #columns = new Map<MetricName, Float64Array>();
  readonly #tagged = new Map<string, Uint8Array>();
  #outlook: Outlook | null | undefined;

  /** @param untilDay the last day whose purchases are looked at, for reading a day before it happened */
  constructor(ledger: Ledger, context: MeasureContext, untilDay = context.asOfDay) {
    this.ledger = ledger;
    this.context = context;
    this.ends = endsAt(ledger, untilDay);
  }

  get size(): number {
    return this.ledger.size;
  }

  column(name: MetricName): Float64Array {
    let column = this.#columns.get(name);
    if (!column) {
      column = this.worked(name);
      this.#columns.set(name, column);
    }
    return column;
  }

  /** @returns 1 for every row with the tag, else 0; the same array at every call, not to be written to. Null while tags are sealed */
  tagged(tag: string): Uint8Array | null {
    const { tags = [] } = this.context;
    if (tags === 'sealed') return null;
    const key = tagKey(tag);
    let mask = this.#tagged.get(key);
    if (!mask) {
      mask = new Uint8Array(this.size);
      for (const holders of tags)
        for (const customerId of tagKey(holders.tag) === key ? holders.customerIds : []) {
          const row = rowOf(this.ledger, customerId);
          if (row >= 0) mask[row] = 1;
        }
      this.#tagged.set(key, mask);
    }
    return mask;
  }

  get outlook(): Outlook | null {
    this.#outlook ??= this.foreseen();
    return this.#outlook;
  }

  /** All metrics of one row. */
  at(row: number): Metrics {
    const entries = (Object.keys(formulas) as MetricName[]).map((name) => {
      const value = this.column(name)[row]!;
      return [name, Number.isNaN(value) ? null : value] as const;
    });
    return Object.fromEntries(entries) as Metrics;
  }

  protected worked(name: MetricName): Float64Array {
    return formulas[name](this);
  }

  protected foreseen(): Outlook | null {
    return this.context.outlook?.(this) ?? null;
  }
}
