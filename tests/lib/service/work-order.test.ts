import { describe, expect, test } from 'vitest';
import { MAX_NOTE_CHARS } from '../../../lib/model/limits.ts';
import { workOrderDeedSchema, type WorkOrderDeed } from '../../../lib/model/work-order-event.ts';
import { isOpen, workOrdersIn } from '../../../lib/service/work-order.ts';
import fc from '../../support/fast-check.ts';
import { makeLog, makeNewWorkOrder, OPENED_AT } from '../../support/make-work-order.ts';

const opening = (workOrderId = 'w1', changes = {}) => ({
  kind: 'workOrderOpened' as const,
  workOrder: makeNewWorkOrder({ workOrderId, ...changes }),
});
const told = { kind: 'workOrderTold', workOrderId: 'w1' } as const;
const closed = { kind: 'workOrderClosed', workOrderId: 'w1' } as const;
const reopened = { kind: 'workOrderReopened', workOrderId: 'w1' } as const;
const ledger = (...said: Parameters<typeof makeLog>[0][number][]) => workOrdersIn(makeLog(said));

describe('a work order', () => {
  test('is what was said of it last', () => {
    const [order] = ledger(
      opening('w1', { orderId: '318800000001', amountFen: 9900 }),
      { kind: 'workOrderLabelled', workOrderId: 'w1', labelId: 'damaged' },
      { kind: 'workOrderLabelled', workOrderId: 'w1', labelId: 'missing' },
      { kind: 'workOrderAssigned', workOrderId: 'w1', owner: '小李' },
      { kind: 'workOrderPriced', workOrderId: 'w1', amountFen: 1290 },
      { kind: 'workOrderNoted', workOrderId: 'w1', text: '补发一箱' },
    );
    expect(order).toMatchObject({
      id: 'w1',
      orderId: '318800000001',
      labelId: 'missing',
      owner: '小李',
      amountFen: 1290,
      notes: [{ text: '补发一箱', at: OPENED_AT + 5000 }],
    });
    expect(order!.history).toHaveLength(6);
  });

  test('goes to whom its label brings, but never from whom a person chose, though both were done at the same time', () => {
    const late = { kind: 'workOrderLabelled', workOrderId: 'w1', labelId: 'late', owner: '物流专员' } as const;
    const chosen = { kind: 'workOrderAssigned', workOrderId: 'w1', owner: '小李' } as const;
    const owner = (...said: Parameters<typeof ledger>) => ledger(...said).map((order) => [order.owner, order.ownerBy]);
    expect(owner(opening('w1', { owner: '小张', ownerBy: 'opener' }), late)).toEqual([['物流专员', 'label']]);
    expect(owner(opening(), late, chosen)).toEqual([['小李', 'hand']]);
    expect(owner(opening(), chosen, late)).toEqual([['小李', 'hand']]);
    expect(owner(opening(), chosen, late, { kind: 'undo', eventId: 'e1' })).toEqual([['物流专员', 'label']]);
    // Of older versions nobody knows who chose.
    expect(owner(opening('w1', { owner: '小张' }), late)).toEqual([['小张', 'hand']]);
  });

  test('opened twice under one id is one', () => {
    expect(ledger(opening(), opening('w1', { labelId: 'damaged' }))).toMatchObject([{ id: 'w1', labelId: null }]);
  });

  test('began when the buyer came with it, where that is known', () => {
    const startedAt = OPENED_AT - 60_000;
    expect(ledger(opening(), opening('w2', { startedAt })).map((order) => order.startedAt)).toEqual([
      OPENED_AT,
      startedAt,
    ]);
  });

  test('is closed only after the customer was told', () => {
    expect(ledger(opening(), closed)[0]!.closedAt).toBeNull();
    expect(ledger(opening(), closed, told)[0]!.closedAt).toBeNull();
    expect(ledger(opening(), told, closed)[0]).toMatchObject({ toldAt: OPENED_AT + 1000, closedAt: OPENED_AT + 2000 });
  });

  test('reopened, wants the customer to be told anew', () => {
    const [order] = ledger(opening(), told, closed, reopened, closed);
    expect(order).toMatchObject({ toldAt: null, closedAt: null });
    expect(isOpen(order!)).toBe(true);
  });

  test('is open again when it turns out that the customer was not told', () => {
    expect(ledger(opening(), told, closed, { kind: 'undo', eventId: 'e1' })[0]).toMatchObject({
      toldAt: null,
      closedAt: null,
    });
  });

  test('whose opening was undone is gone with all that was said of it', () => {
    expect(ledger(opening(), told, { kind: 'undo', eventId: 'e0' })).toEqual([]);
  });
});

describe('a step', () => {
  const stepped = (dueAt: number | null) => ({
    kind: 'workOrderStepped' as const,
    workOrderId: 'w1',
    stepId: 'reship',
    dueAt,
  });
  const dueAt = OPENED_AT + 3_600_000;

  test('without a time was done when it was said', () => {
    expect(ledger(opening(), stepped(null))[0]!.steps).toEqual([
      { eventId: 'e1', stepId: 'reship', at: OPENED_AT + 1000, dueAt: null, doneAt: OPENED_AT + 1000, isBroken: false },
    ]);
  });

  test('with a time is a promise until somebody says what became of it', () => {
    const kept = { kind: 'promiseSettled', promiseId: 'e1', outcome: 'kept' } as const;
    const broken = { ...kept, outcome: 'broken' } as const;
    expect(ledger(opening(), stepped(dueAt))[0]!.steps).toMatchObject([{ dueAt, doneAt: null, isBroken: false }]);
    expect(ledger(opening(), stepped(dueAt), kept)[0]!.steps).toMatchObject([{ doneAt: OPENED_AT + 2000 }]);
    expect(ledger(opening(), stepped(dueAt), kept, broken)[0]!.steps).toMatchObject([{ doneAt: null, isBroken: true }]);
  });
});

describe('two about the same', () => {
  const merged = (workOrderId: string, into: string) => ({ kind: 'workOrderMerged' as const, workOrderId, into });

  test('become one that has the notes of both and the earlier start', () => {
    const [first, second] = ledger(
      opening('w1', { startedAt: OPENED_AT - 5000, orderId: '318800000001' }),
      opening('w2', { labelId: 'damaged' }),
      { kind: 'workOrderNoted', workOrderId: 'w2', text: '二' },
      { kind: 'workOrderNoted', workOrderId: 'w1', text: '一' },
      merged('w1', 'w2'),
    );
    expect(first).toMatchObject({ mergedInto: 'w2' });
    expect(isOpen(first!)).toBe(false);
    expect(second).toMatchObject({
      mergedIds: ['w1'],
      startedAt: OPENED_AT - 5000,
      orderId: '318800000001',
      labelId: 'damaged',
      notes: [{ text: '二' }, { text: '一' }],
    });
  });

  test('are two again when the merge is undone', () => {
    const orders = ledger(opening(), opening('w2'), merged('w1', 'w2'), { kind: 'undo', eventId: 'e2' });
    expect(orders.map(isOpen)).toEqual([true, true]);
  });

  test('have one history, out of which the merge can be undone at any time', () => {
    const said = [opening(), opening('w2'), { kind: 'workOrderNoted' as const, workOrderId: 'w1', text: '一' }];
    const orders = ledger(...said, merged('w1', 'w2'));
    expect(orders[1]!.history.map(({ id }) => id)).toEqual(['e0', 'e1', 'e2', 'e3']);
    expect(orders[0]!.history.map(({ id }) => id)).toEqual(['e0', 'e2', 'e3']);
  });

  test('are two where the other was closed before: nobody would look at it there', () => {
    const end = (['workOrderTold', 'workOrderClosed'] as const).map((kind) => ({ kind, workOrderId: 'w2' }));
    const orders = ledger(opening(), opening('w2'), ...end, merged('w1', 'w2'));
    expect(orders.map(isOpen)).toEqual([true, false]);
  });

  test('are never merged in a circle', () => {
    const orders = ledger(opening(), opening('w2'), merged('w1', 'w2'), merged('w2', 'w1'), merged('w2', 'w2'));
    expect(orders.map(({ mergedInto }) => mergedInto)).toEqual(['w2', null]);
  });
});

test('a note is short', () => {
  const note = (length: number) => ({ kind: 'workOrderNoted', workOrderId: 'w1', text: '字'.repeat(length) });
  expect(workOrderDeedSchema.safeParse(note(MAX_NOTE_CHARS)).success).toBe(true);
  expect(workOrderDeedSchema.safeParse(note(MAX_NOTE_CHARS + 1)).success).toBe(false);
});

const anyId = fc.constantFrom('w1', 'w2', 'w3');
const anyDeed: fc.Arbitrary<WorkOrderDeed> = anyId.chain((workOrderId) =>
  fc.oneof(
    fc.constantFrom(
      { kind: 'workOrderTold', workOrderId } as const,
      { kind: 'workOrderClosed', workOrderId } as const,
      { kind: 'workOrderReopened', workOrderId } as const,
      { kind: 'workOrderNoted', workOrderId, text: '字' } as const,
      { kind: 'workOrderLabelled', workOrderId, labelId: 'damaged' } as const,
      { kind: 'workOrderStepped', workOrderId, stepId: 'reship', dueAt: null } as const,
    ),
    anyId.map((into) => ({ kind: 'workOrderMerged', workOrderId, into }) as const),
  ),
);
const anyLog = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: anyId.map((id) => opening(id)) },
      { weight: 6, arbitrary: anyDeed },
      fc.nat(20).map((index) => ({ kind: 'undo', eventId: `e${index}` }) as const),
      fc.nat(20).map((index) => ({ kind: 'promiseSettled', promiseId: `e${index}`, outcome: 'kept' }) as const),
    ),
    { maxLength: 25 },
  )
  .map((said) => makeLog(said));

describe('whatever was said', () => {
  test('in any order makes the same ledger', () => {
    const shuffled = anyLog.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    );
    fc.assert(
      fc.property(shuffled, ([log, mixed]) => {
        expect(workOrdersIn(mixed)).toEqual(workOrdersIn(log));
      }),
    );
  });

  test('said twice is said once', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(workOrdersIn([...log, ...log.filter(({ kind }) => kind === 'undo')])).toEqual(workOrdersIn(log));
      }),
    );
  });

  test('an undo leaves what there was without the event', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(), (log, place) => {
        const gone = log.filter(({ kind }) => kind !== 'undo')[place % Math.max(1, log.length)];
        fc.pre(gone !== undefined);
        const undo = { ...log[0]!, id: 'undo', logicalTime: 'zzz', kind: 'undo' as const, eventId: gone.id };
        expect(workOrdersIn([...log, undo])).toEqual(workOrdersIn(log.filter((event) => event !== gone)));
      }),
    );
  });

  test('nothing is closed of which the customer was not told, and what was merged ends somewhere', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const order of workOrdersIn(log)) {
          expect(order.closedAt === null || order.toldAt !== null).toBe(true);
          expect(order.mergedInto).not.toBe(order.id);
        }
      }),
    );
  });
});
