/** What one portion of a file changes, gathered while it is put: each record as it was before, once. */
import type { AfterSaleRecord, CustomerRecord, OrderRecord, UndoStepRecord } from '../../store/records.ts';
import type { CasesPut } from '../ingest-rows.ts';
import type { NickMove } from '../join-nicks.ts';
import type { OrdersPut } from '../put-orders.ts';

export function stepId(importId: string, number: number): string {
  return `${importId}|${String(number).padStart(8, '0')}`;
}

export class UndoStep {
  readonly #newOrders = new Set<string>();
  readonly #newCases = new Set<string>();
  readonly #newCustomers = new Set<string>();
  readonly #orders = new Map<string, OrderRecord>();
  readonly #cases = new Map<string, AfterSaleRecord>();
  readonly #customers = new Map<string, CustomerRecord>();
  readonly #nickMoves: NickMove[] = [];

  get isEmpty(): boolean {
    const parts = [this.#newOrders, this.#newCases, this.#newCustomers, this.#orders, this.#cases, this.#customers];
    return this.#nickMoves.length === 0 && parts.every(({ size }) => size === 0);
  }

  keepOrders({ changed, stored, customers, nickMoves }: OrdersPut): void {
    const before = new Map(stored.flatMap((order) => (order ? [[order.id, order]] : [])));
    for (const id of changed.keys()) {
      const earlier = before.get(id);
      if (earlier) this.keepOrder(earlier);
      else this.#newOrders.add(id);
    }
    const known = new Map(customers.before.map((customer) => [customer.customerId, customer]));
    for (const { customerId: id } of customers.written) {
      const earlier = known.get(id);
      if (earlier) this.keepCustomer(earlier);
      else this.#newCustomers.add(id);
    }
    this.#nickMoves.push(...nickMoves.moves);
  }

  /** An order of which something changes; what was kept first is what was before. */
  keepOrder(order: OrderRecord): void {
    if (!this.#newOrders.has(order.id) && !this.#orders.has(order.id)) this.#orders.set(order.id, order);
  }

  keepCustomer(customer: CustomerRecord): void {
    this.#customers.set(customer.customerId, customer);
  }

  keepCases({ changed, before }: CasesPut): void {
    for (const record of before) this.#cases.set(record.id, record);
    for (const { id } of changed) if (!this.#cases.has(id)) this.#newCases.add(id);
  }

  record(id: string): UndoStepRecord {
    return {
      id,
      newOrders: [...this.#newOrders],
      newCases: [...this.#newCases],
      newCustomers: [...this.#newCustomers],
      orders: [...this.#orders.values()],
      cases: [...this.#cases.values()],
      customers: [...this.#customers.values()],
      nickMoves: this.#nickMoves,
    };
  }
}
