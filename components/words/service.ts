/** Work orders, clocks and promises in words. */
import { labelText, t } from '../../lib/browser/i18n.ts';
import { orderTail } from '../../lib/model/identity.ts';
import { clockRules } from '../../lib/rules/clocks.ts';
import { disputeRules, reasonGroups, workOrderSteps } from '../../lib/rules/service.ts';
import { clockState, type Clock } from '../../lib/service/clocks.ts';
import type { WorkOrder, WorkOrderEvent } from '../../lib/service/work-order.ts';
import type { ServiceDesk } from '../../lib/views/service/service-desk.ts';
import { yuanText } from './amounts.ts';
import { minuteText, spanText } from './times.ts';
import { shownName, shownNote } from './shown-name.ts';

const labels = new Map(reasonGroups.flatMap((group) => group.labels).map(({ id, label }) => [id, label]));
const steps = new Map(workOrderSteps.map(({ id, label }) => [id, label]));
const rules = new Map(clockRules.map(({ id, label }) => [id, label]));

export function reasonText(labelId: string | null): string {
  const label = labelId === null ? undefined : labels.get(labelId);
  return label ? labelText(label) : t('wo_noReason');
}

/** Who looks after it, and whether that was by its label. */
export function ownerText({ owner, ownerBy }: Pick<WorkOrder, 'owner' | 'ownerBy'>): string {
  if (owner === null) return t('wo_noOwner');
  return ownerBy === 'label' ? t('wo_routed', owner) : owner;
}

export function stepText(stepId: string): string {
  const label = steps.get(stepId);
  return label ? labelText(label) : stepId;
}

function negotiationText(stepId: string): string {
  const step = disputeRules.steps.find(({ id }) => id === stepId);
  return step ? `${labelText(step.label)} · ${labelText(step.offer)}` : stepId;
}

/** Whose it is: a masked name, else the tail of the order. */
export function whoseText(
  { customerId, orderId }: Pick<WorkOrder, 'customerId' | 'orderId'>,
  customers: ServiceDesk['customers'],
): string {
  const display = customerId === null ? undefined : customers.get(customerId)?.display;
  if (display) return shownName(display);
  return orderId === null ? t('unnamedBuyer') : orderTail(orderId);
}

/** "投诉首响 还剩 12 分钟（10:42 前）", "处理 已超 5 分钟", "办结 ✓". */
export function clockText(clock: Clock, now: number): string {
  const name = labelText(rules.get(clock.ruleId)!);
  const state = clockState(clock, now);
  if (state === 'met') return t('clock_met', name);
  if (state === 'missed') return t('clock_missed', name, spanText(clock.doneAt! - clock.dueAt));
  if (state === 'late') return t('clock_late', name, spanText(now - clock.dueAt));
  return t('clock_left', name, spanText(clock.dueAt - now), minuteText(clock.dueAt, now));
}

/** One thing that was done with a work order. */
export function eventText(event: WorkOrderEvent): string {
  switch (event.kind) {
    case 'workOrderOpened':
      return event.workOrder.ownerBy === 'label'
        ? t('wo_did_routed', t(`wo_from_${event.workOrder.from}`), event.workOrder.owner ?? '')
        : t(`wo_from_${event.workOrder.from}`);
    case 'workOrderLabelled':
      return event.owner
        ? t('wo_did_routed', t('wo_did_labelled', reasonText(event.labelId)), event.owner)
        : t('wo_did_labelled', reasonText(event.labelId));
    case 'workOrderAssigned':
      return event.owner === null ? t('wo_did_unassigned') : t('wo_did_assigned', event.owner);
    case 'workOrderPriced':
      return t('wo_did_priced', yuanText(event.amountFen));
    case 'workOrderStepped':
      return event.dueAt === null
        ? t('wo_did_stepped', stepText(event.stepId))
        : t('wo_did_planned', stepText(event.stepId), minuteText(event.dueAt, event.at));
    case 'workOrderNoted':
      return shownNote(event.text);
    case 'workOrderOffered':
      return t('wo_did_offered', negotiationText(event.stepId), t(`disputeOffer_${event.outcome}`));
    case 'promiseSettled':
      return t(`promise_${event.outcome}`);
    default:
      return t(`wo_did_${event.kind}`);
  }
}
