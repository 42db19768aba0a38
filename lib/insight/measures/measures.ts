/**
 * A ledger read on one day: any metric as a column with one number per customer, computed when first asked for. NaN is "not
 * known". Purchases after that day are not looked at, so the same code tells how things stood a month ago.
 */
import type { Ledger } from '../ledger/ledger.ts';
import type { MetricName, Metrics } from '../metrics.ts';
import { formulas } from './formulas.ts';
import type { MeasureContext, Outlook, Reading } from './reading.ts';

export class Measures implements Reading {
  readonly ledger: Ledger;
  readonly context: MeasureContext;
  readonly ends: Uint32Array;
  readonly #columns = new Map<MetricName, Float64Array>();
  #outlook: Outlook | null | undefined;

  constructor(ledger: Ledger, context: MeasureContext) {
    this.ledger = ledger;
    this.context = context;
    this.ends = endsOn(ledger, context.asOfDay);
  }

  get size(): number {
    return this.ledger.size;
  }

  column(name: MetricName): Float64Array {
    let column = this.#columns.get(name);
    if (!column) {
      column = formulas[name](this);
      this.#columns.set(name, column);
    }
    return column;
  }

  get outlook(): Outlook | null {
    this.#outlook ??= this.context.outlook?.(this) ?? null;
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
}

function endsOn({ size, offsets, days }: Ledger, day: number): Uint32Array {
  const ends = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) {
    const start = offsets[row]!;
    let end = offsets[row + 1]!;
    while (end > start && days[end - 1]! > day) end -= 1;
    ends[row] = end;
  }
  return ends;
}
