/**
 * A ledger that was laid together, read by what was read of its layers: a row's numbers follow from the row and the context alone, so that
 * after a page only those of its customers are worked out.
 */
import { lay } from '../ledger/merge.ts';
import type { Layers, Ledger } from '../ledger/ledger.ts';
import type { MetricName } from '../metrics.ts';
import { Measures } from './measures.ts';
import type { MeasureContext, Outlook } from './reading.ts';

/** Of each layer alone, read on the same day in the same context. */
export interface MeasuredLayers {
  older: Measures;
  newer: Measures;
}

export class LaidMeasures extends Measures {
  readonly layers: MeasuredLayers;

  constructor(ledger: Ledger & { layers: Layers }, context: MeasureContext, layers: MeasuredLayers) {
    super(ledger, context);
    this.layers = layers;
  }

  protected override worked(name: MetricName): Float64Array {
    const { older, newer } = this.layers;
    return this.#laid(older.column(name), newer.column(name));
  }

  protected override foreseen(): Outlook | null {
    const [older, newer] = [this.layers.older.outlook, this.layers.newer.outlook];
    if (!older || !newer) return null;
    const columns = new Map<keyof Outlook, Float64Array>();
    const laid = (name: keyof Outlook) => {
      const column = columns.get(name) ?? this.#laid(older[name], newer[name]);
      columns.set(name, column);
      return column;
    };
    return {
      get returnProbability() {
        return laid('returnProbability');
      },
      get health() {
        return laid('health');
      },
      get expectedSpendFen() {
        return laid('expectedSpendFen');
      },
      get wakingValueFen() {
        return laid('wakingValueFen');
      },
    };
  }

  #laid(ofOlder: Float64Array, ofNewer: Float64Array): Float64Array {
    return lay(this.ledger.layers!, ofOlder, ofNewer, new Float64Array(this.size));
  }
}
