/**
 * Why a customer is where they are, as data for the interface to word. Reasons explain and never change the score: what they
 * tell is already in it.
 */
import type { MetricName } from '../metrics.ts';
import type { Reading } from '../measures/reading.ts';
import { bandOf, type HealthBand } from './health.ts';
import { allowedBy, type ShopModel } from './shop-model.ts';

export type Reason =
  /** Silent for more than one cycle, or more than two. */
  | { kind: 'overdue'; recencyDays: number; cycleDays: number; cycles: number; beyond: 1 | 2 }
  | { kind: 'fewerPurchases'; purchases90d: number; purchasesBefore90d: number }
  | { kind: 'smallerPurchases'; average90dFen: number; averageBefore90dFen: number; percentLess: number }
  /** A task of service, not a sign of leaving. */
  | { kind: 'recentRefund'; refundRecencyDays: number }
  /** Bought once, and similar customers bought the second time sooner. */
  | { kind: 'secondPurchaseDue'; recencyDays: number; cycleDays: number; cycles: number };

/** What customers in the same band did in past windows. */
export interface BandReturn {
  readonly band: HealthBand;
  readonly horizonDays: number;
  readonly customers: number;
  readonly returned: number;
  readonly percent: number;
}

const MOST_REASONS = 3;
const FEWER = 0.5;
const MIN_PURCHASES_BEFORE = 2;
const SMALLER = 0.7;
const MIN_PURCHASES_EACH = 2;
const REFUND_DAYS = 90;
/** A rate of fewer customers is chance. */
const MIN_BAND_CUSTOMERS = 30;

/** At most three, the weightiest first; a metric that is not known gives no reason. */
export function reasonsOf(reading: Reading, row: number): Reason[] {
  const metric = (name: MetricName) => reading.column(name)[row]!;
  const found = [overdue, fewer, smaller, refund, secondDue].flatMap((reason) => reason(metric) ?? []);
  return found.slice(0, MOST_REASONS);
}

/** Null where no percentages may be shown or too few were in that band. */
export function bandReturn(model: ShopModel, health: number): BandReturn | null {
  if (!allowedBy(model).percentages || Number.isNaN(health)) return null;
  const band = bandOf(health);
  const outcome = model.backtest.bands.find((one) => one.band === band);
  if (!outcome || outcome.customers < MIN_BAND_CUSTOMERS) return null;
  const { customers, returned } = outcome;
  return { band, horizonDays: model.horizonDays, customers, returned, percent: (100 * returned) / customers };
}

type Metric = (name: MetricName) => number;

function overdue(metric: Metric): Reason | null {
  const cycles = metric('recencyCycles');
  if (!(metric('purchaseCount') >= 2 && cycles > 1)) return null;
  const beyond = cycles > 2 ? 2 : 1;
  return { kind: 'overdue', recencyDays: metric('recencyDays'), cycleDays: metric('cycleDays'), cycles, beyond };
}

function fewer(metric: Metric): Reason | null {
  const purchases90d = metric('purchases90d');
  const purchasesBefore90d = metric('purchasesBefore90d');
  if (!(purchasesBefore90d >= MIN_PURCHASES_BEFORE && purchases90d <= FEWER * purchasesBefore90d)) return null;
  return { kind: 'fewerPurchases', purchases90d, purchasesBefore90d };
}

function smaller(metric: Metric): Reason | null {
  const average90dFen = metric('average90dFen');
  const averageBefore90dFen = metric('averageBefore90dFen');
  const recent = metric('purchases90d');
  const earlier = metric('purchaseCount') - recent;
  if (!(recent >= MIN_PURCHASES_EACH && earlier >= MIN_PURCHASES_EACH)) return null;
  if (!(averageBefore90dFen > 0 && average90dFen <= SMALLER * averageBefore90dFen)) return null;
  const percentLess = 100 * (1 - average90dFen / averageBefore90dFen);
  return { kind: 'smallerPurchases', average90dFen, averageBefore90dFen, percentLess };
}

function refund(metric: Metric): Reason | null {
  const refundRecencyDays = metric('refundRecencyDays');
  return refundRecencyDays <= REFUND_DAYS ? { kind: 'recentRefund', refundRecencyDays } : null;
}

/** The cycle of one who bought once is that of the shop's second purchases. */
function secondDue(metric: Metric): Reason | null {
  const cycles = metric('recencyCycles');
  if (!(metric('purchaseCount') === 1 && cycles > 1)) return null;
  return { kind: 'secondPurchaseDue', recencyDays: metric('recencyDays'), cycleDays: metric('cycleDays'), cycles };
}
