/** A shop on a fake clock: who stands on the list of each day, who is turned to, and who is kept off it by which guard. */
import type { DatedContact, DatedPutOff, HeldBack } from '../../lib/actions/guards.ts';
import { heldOffList, isQuietAt } from '../../lib/actions/guards.ts';
import { DueRows } from '../../lib/actions/due-rows.ts';
import type { Playbook } from '../../lib/actions/playbook.ts';
import { suggest } from '../../lib/actions/suggest.ts';
import { tiersOf } from '../../lib/insight/tiers/tier.ts';
import { dueColumn, duePlaybooks } from '../../lib/actions/day-list.ts';
import { ledgerFlags } from '../../lib/insight/ledger/ledger.ts';
import { Measures } from '../../lib/insight/measures/measures.ts';
import type { MeasureContext } from '../../lib/insight/measures/reading.ts';
import { resolveTiers } from '../../lib/insight/tiers/tier-settings.ts';
import type { Occasion } from '../../lib/model/occasion.ts';
import { orderStages, type OrderStage } from '../../lib/model/profile.ts';
import { startOfDay } from '../../lib/model/shanghai-time.ts';
import { contactLimits } from '../../lib/rules/playbooks.ts';
import { tiers as presets } from '../../lib/rules/tiers.ts';
import { makeContact } from './make-contact.ts';
import { usualShop } from './make-history.ts';
import { openPlaybooks } from './open-playbooks.ts';
import { ledgerOfCustomers, type SimulatedCustomer } from './simulate-shop.ts';

export interface Person extends SimulatedCustomer {
  /** Of the newest order, and the day on which it was seen so. */
  stage?: OrderStage;
  stageDay?: number;
  pieces?: number;
  supplyDays?: number;
  openAfterSales?: number;
  isUndisturbed?: boolean;
  /** Contacts from before the first day. */
  contacts?: DatedContact[];
  putOffs?: DatedPutOff[];
}

export interface Setting {
  people: readonly Person[];
  occasions?: readonly Occasion[];
  choices?: Record<string, boolean>;
  context?: Partial<MeasureContext>;
  /** Hours of the day at which the list is worked through; ten in the morning unless told otherwise. */
  hours?: readonly number[];
}

export interface Entry {
  day: number;
  hour: number;
  /** Number of the person in the list. */
  person: number;
  playbookId: string;
  /** The guard that kept them off; `quietHours` where nobody is to be approached; null for who was turned to. */
  heldBy: HeldBack['guard'] | 'quietHours' | null;
  isOffer: boolean;
  at: number;
  /** Of who was turned to: whether the card suggested it, too. */
  isOnCard: boolean | null;
}

const HOUR_MS = 3_600_000;
const tiers = resolveTiers(presets, { variants: {}, thresholds: {} });

/** Everybody on the list is turned to, for the first thing that no guard holds back. @param toDay included */
export function runDays(setting: Setting, fromDay: number, toDay: number): Entry[] {
  const { people, hours = [10] } = setting;
  const ledger = ledgerOf(people);
  const contacts = people.map((person) => [...(person.contacts ?? [])]);
  const entries: Entry[] = [];
  for (let day = fromDay; day <= toDay; day += 1) {
    const measures = new Measures(ledger, {
      asOfDay: day,
      benchmarks: usualShop,
      presetCycleDays: [],
      outlook: null,
      ...setting.context,
      ...(setting.context?.handDates ? { handDates: { ...setting.context.handDates, today: day } } : {}),
    });
    for (const hour of hours) {
      const now = startOfDay(day) + hour * HOUR_MS;
      const { choices = {}, occasions = [] } = setting;
      const open = openPlaybooks({ choices, occasions, asOfDay: day, now });
      const listed = duePlaybooks(open);
      const rows = new DueRows(measures, tiers, listed, contactLimits);
      for (const [row, place] of dueColumn(measures, tiers, listed, contactLimits).entries()) {
        const dealings = { contacts: contacts[row]!, putOffs: people[row]!.putOffs ?? [], limits: contactLimits, now };
        const enter = (playbook: Playbook, heldBy: Entry['heldBy']) => {
          const isOffer = playbook.offer !== null;
          entries.push({ day, hour, person: row, playbookId: playbook.id, heldBy, isOffer, at: now, isOnCard: null });
          return entries.at(-1)!;
        };
        const standing = rows.firstOf(row, place, (playbook) => {
          const held = heldOffList({ ...dealings, playbook });
          if (held) enter(playbook, held.guard);
          return held !== null;
        });
        const playbook = listed[standing - 1];
        if (!playbook) continue;
        const entry = enter(playbook, isQuietAt(now, contactLimits) ? 'quietHours' : null);
        if (entry.heldBy !== null) continue;
        const metrics = measures.at(row);
        const onCard = suggest({ ...dealings, metrics, tiers: tiersOf(metrics, tiers), playbooks: open, coupons: [] });
        entry.isOnCard = onCard.suggestions.some((suggestion) => suggestion.playbook.id === playbook.id);
        const { isOffer } = entry;
        contacts[row]!.push({ ...makeContact({ playbookId: playbook.id, isOffer }), at: now });
      }
    }
  }
  return entries;
}

/** What was done for one person: "day+3 first-repeat", days counted from `fromDay`. */
export function doneFor(entries: readonly Entry[], person: number, fromDay: number): string[] {
  return entries
    .filter((entry) => entry.person === person && entry.heldBy === null)
    .map(({ day, playbookId }) => `day+${day - fromDay} ${playbookId}`);
}

function ledgerOf(people: readonly Person[]) {
  const ledger = ledgerOfCustomers(people);
  for (const [row, person] of people.entries()) {
    ledger.stages[row] = person.stage ? orderStages.indexOf(person.stage) + 1 : 0;
    ledger.stageDays[row] = person.stageDay ?? 0;
    ledger.supplyDays[row] = person.supplyDays ?? 0;
    ledger.openAfterSales[row] = person.openAfterSales ?? 0;
    ledger.flags[row] = person.isUndisturbed ? ledgerFlags.doNotDisturb : 0;
    if (person.pieces) ledger.pieces.fill(person.pieces, ledger.offsets[row], ledger.offsets[row + 1]);
  }
  return ledger;
}
