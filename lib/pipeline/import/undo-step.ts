/** What one portion of a file told of, gathered while it is put. */
import type { UndoStepRecord } from '../../store/records.ts';
import type { CasesPut } from '../ingest-rows.ts';
import type { NickMove } from '../move-nicks.ts';
import type { OrdersPut } from '../put-orders.ts';

export function stepId(importId: string, number: number): string {
  return `${importId}|${String(number).padStart(8, '0')}`;
}

export class UndoStep {
  readonly #orderIds = new Set<string>();
  readonly #caseIds = new Set<string>();
  readonly #customerIds = new Set<string>();
  readonly #nickMoves: NickMove[] = [];

  get isEmpty(): boolean {
    return this.#nickMoves.length + this.#orderIds.size + this.#caseIds.size + this.#customerIds.size === 0;
  }

  keepOrders({ told, customers, nickMoves }: OrdersPut): void {
    for (const id of told) this.keepOrder(id);
    for (const { customerId } of customers.written) this.#customerIds.add(customerId);
    this.#nickMoves.push(...nickMoves.moves);
  }

  keepOrder(id: string): void {
    this.#orderIds.add(id);
  }

  keepCases({ told }: CasesPut): void {
    for (const id of told) this.#caseIds.add(id);
  }

  record(id: string): UndoStepRecord {
    return {
      id,
      orderIds: [...this.#orderIds],
      caseIds: [...this.#caseIds],
      customerIds: [...this.#customerIds],
      nickMoves: this.#nickMoves,
    };
  }
}
