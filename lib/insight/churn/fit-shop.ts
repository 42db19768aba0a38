/**
 * Everything that is learnt about a shop, as a list of stages. Each stage's result is plain data that the caller keeps under
 * the stage's id, so that a background that was shut down goes on where it stood. The models are fitted at each past cut once;
 * back-test, gate and regression share those fits.
 */
import { fitModel, type Fit, type ReturnModelName } from '../models/fit.ts';
import type { Grouped } from '../models/group.ts';
import { finish, type Steps } from '../steps.ts';
import { modelLogits } from './average.ts';
import { backtestOf, evaluateWindow, ordersAfter, type WindowReport } from './backtest.ts';
import { chooseBlend, type BlendName, type LogLosses } from './blend.ts';
import { BANDS, type Level } from './data-level.ts';
import { evaluate } from './evaluation.ts';
import { gateOf } from './gate.ts';
import { anchorsOf, type Anchors } from './health.ts';
import type { LogisticFit } from './logistic.ts';
import { sigmoid } from './logit.ts';
import { scoreLogits } from './score.ts';
import type { ShopCycle } from './shop-cycle.ts';
import { SHOP_MODEL_VERSION, type FitProblem, type LearntFrom, type ShopModel } from './shop-model.ts';
import { contextOf, newcomers, type FitContext, type FitInput } from './snapshot.ts';
import { amountsAt, fitSpendModel, type SpendModel } from './spend.ts';
import { DAYS_PER_WEEK } from './stats-at.ts';
import { survey, type Survey } from './survey.ts';
import { learnFromCuts } from './training.ts';

export type { FitInput } from './snapshot.ts';

export interface Stage {
  readonly id: string;
  /** Yields every few milliseconds of work, some tens at most with 100,000 customers; its value may be stored as JSON. */
  readonly run: () => Steps<unknown>;
}

/** What the stages so far resulted in, by their ids. */
export type Done = Readonly<Record<string, unknown>>;

/** Who was first seen so long after the data begin was hardly a customer before. */
const NEWCOMER_DAYS = 28;
/** Newcomers alone teach the models only if that clearly helps: they are fewer. */
const NEWCOMERS_BETTER = 0.005;

/** The stage to run next, or null when all is done and `assembleModel` may be called. */
export function nextStage(input: FitInput, done: Done): Stage | null {
  const context = contextOf(input);
  if (!(idOf('survey') in done)) return { id: idOf('survey'), run: () => survey(context) };
  return stagesAfter(context, done).find(({ id }) => !(id in done)) ?? null;
}

/** All stages at once, for tools and tests. */
export function fitShop(input: FitInput): ShopModel {
  const done: Record<string, unknown> = {};
  for (let stage = nextStage(input, done); stage; stage = nextStage(input, done)) done[stage.id] = finish(stage.run());
  return assembleModel(input, done);
}

function stagesAfter(context: FitContext, done: Done): Stage[] {
  const shop = surveyIn(done);
  const { data, windows, closed } = shop;
  const stages: Stage[] = [];
  const add = (name: string, run: Stage['run']) => stages.push({ id: idOf(name), run });
  add('cycle', () => cycleNow(context));
  if (data.level === 0) return stages;
  const [newest] = windows;
  if (newest) add('learntFrom', () => chooseLearntFrom(context, newest.day, done));
  const learns = data.level === 3;
  const days = fitDays(shop);
  for (const [index, day] of days.entries()) {
    for (const model of modelsAt(data.level)) {
      const before = days[index - 1];
      const start =
        model === 'mbgcnbdk' ? fitName(day, 'mbgnbd') : before === undefined ? null : fitName(before, model);
      add(fitName(day, model), () => fitAt(context, day, model, start, done));
    }
    if (!windows.some((window) => window.day === day)) continue;
    const learnsHere = learns && day === newest!.day && closed.length > 0;
    if (learnsHere) add('logistic:past', () => learn(context, closed, done));
    add(`window:${day}`, () => tryWindow(context, day, learnsHere, done));
  }
  if (learns) add('logistic:now', () => learn(context, windows, done));
  add('anchors', () => anchorsNow(context, done));
  add('spend', () => spendNow(context));
  return stages;
}

function* cycleNow(context: FitContext): Steps<ShopCycle> {
  return (yield* context.at(context.asOfDay)).cycle;
}

function resultOf(done: Done, name: string): unknown {
  if (!(idOf(name) in done)) throw new Error(`stage ${name} has not been run`);
  return done[idOf(name)];
}

/** Results of another version of the model are not found. */
function idOf(name: string): string {
  return `${SHOP_MODEL_VERSION}:${name}`;
}

function surveyIn(done: Done): Survey {
  return resultOf(done, 'survey') as Survey;
}

/** Every day that models are fitted at, oldest first. */
function fitDays({ data, windows, closed, asOfDay }: Survey): number[] {
  const cuts = data.level === 3 ? [...windows, ...closed] : windows;
  return [...new Set([...cuts.map(({ day }) => day), asOfDay])].toSorted((a, b) => a - b);
}

function modelsAt(level: Level): readonly ReturnModelName[] {
  return level === 0 ? [] : level === 1 ? ['mbgnbd'] : ['mbgnbd', 'paretonbd', 'mbgcnbdk'];
}

function fitName(day: number, model: ReturnModelName): string {
  return `fit:${day}:${model}`;
}

function fitsAt(done: Done, day: number): Fit[] {
  return modelsAt(surveyIn(done).data.level).map((model) => resultOf(done, fitName(day, model)) as Fit);
}

function* fitAt(
  context: FitContext,
  day: number,
  model: ReturnModelName,
  startName: string | null,
  done: Done,
): Steps<Fit> {
  const grouped = yield* learningGroups(context, day, learntFromIn(done), done);
  yield;
  const start = startName === null ? null : (resultOf(done, startName) as Fit);
  return yield* fitModel(model, grouped, start === null ? { prior: true } : { prior: true, start: start.params });
}

function learntFromIn(done: Done): LearntFrom {
  return idOf('learntFrom') in done ? (resultOf(done, 'learntFrom') as LearntFrom) : 'everyone';
}

function* learningGroups(context: FitContext, day: number, from: LearntFrom, done: Done): Steps<Grouped> {
  const snapshot = yield* context.at(day);
  const { firstDay } = surveyIn(done);
  const late = from === 'everyone' ? null : newcomers(snapshot, firstDay! + NEWCOMER_DAYS, BANDS);
  return late ?? snapshot.grouped;
}

/** Fits the fastest model both ways at the newest cut and asks which foretold the window better. */
function* chooseLearntFrom(context: FitContext, day: number, done: Done): Steps<LearntFrom> {
  const snapshot = yield* context.at(day);
  const late = yield* learningGroups(context, day, 'newcomers', done);
  if (late === snapshot.grouped) return 'everyone';
  const orders = ordersAfter(context.ledger, snapshot, snapshot.ends, context.horizonDays);
  const losses: number[] = [];
  for (const groups of [snapshot.grouped, late]) {
    const fit: Fit = yield* fitModel('mbgnbd', groups, { prior: true });
    const [logits] = yield* modelLogits([fit], snapshot.grouped, context.horizonDays / DAYS_PER_WEEK);
    losses.push(evaluate(logits!.map(sigmoid), orders).logLoss);
  }
  const [everyone, newcomersOnly] = losses as [number, number];
  return newcomersOnly < everyone * (1 - NEWCOMERS_BETTER) ? 'newcomers' : 'everyone';
}

function learn(context: FitContext, cuts: readonly { readonly day: number }[], done: Done): Steps<LogisticFit> {
  return learnFromCuts(
    context,
    cuts.map(({ day }) => ({ day, fits: fitsAt(done, day) })),
  );
}

function* tryWindow(context: FitContext, day: number, learns: boolean, done: Done): Steps<WindowReport> {
  const { ledger, horizonDays } = context;
  const snapshot = yield* context.at(day);
  const fits = fitsAt(done, day);
  yield;
  const logistic = learns ? (resultOf(done, 'logistic:past') as LogisticFit) : null;
  const logitsBy = (blend: BlendName) =>
    scoreLogits({ fits, horizonDays, blend, logistic }, snapshot, snapshot.grouped);
  const logits: Partial<Record<BlendName, Float64Array>> & { average: Float64Array } = {
    average: yield* logitsBy('average'),
  };
  if (logistic) for (const blend of ['logistic', 'gold'] as const) logits[blend] = yield* logitsBy(blend);
  return yield* evaluateWindow({
    cutDay: day,
    horizonDays,
    repeatCount: snapshot.stats.repeatCount,
    recencyDays: snapshot.recencyDays,
    orders: ordersAfter(ledger, snapshot, snapshot.ends, horizonDays),
    anchors: yield* anchorsOf(fits, horizonDays, snapshot, snapshot.cycle.shopDays!),
    logits,
  });
}

function* anchorsNow(context: FitContext, done: Done): Steps<Anchors | null> {
  const { fits } = inForce(done);
  const snapshot = yield* context.at(context.asOfDay);
  if (fits.length === 0) return null;
  return yield* anchorsOf(fits, context.horizonDays, snapshot, snapshot.cycle.shopDays!);
}

function* spendNow(context: FitContext): Steps<SpendModel> {
  const { ends, rows } = yield* context.at(context.asOfDay);
  const amounts = amountsAt(context.ledger, ends, rows);
  yield;
  return yield* fitSpendModel(amounts);
}

/** A fit that did not converge is left out, said, and costs a level. */
function inForce(done: Done): { level: Level; fits: Fit[]; logistic: LogisticFit | null; problems: FitProblem[] } {
  const shop = surveyIn(done);
  const problems: FitProblem[] = fitDays(shop).flatMap((day) =>
    fitsAt(done, day).flatMap(({ converged, model }) => (converged ? [] : [{ day, model }])),
  );
  const logistic = shop.data.level === 3 ? (resultOf(done, 'logistic:now') as LogisticFit) : null;
  if (logistic && !logistic.converged) problems.push({ day: shop.asOfDay, model: 'logistic' });
  const sound = fitsAt(done, shop.asOfDay).filter(({ converged }) => converged);
  const falls = problems.some(({ day }) => day === shop.asOfDay);
  const level = (sound.length === 0 ? 0 : shop.data.level - Number(falls)) as Level;
  return {
    level,
    fits: level === 0 ? [] : level === 1 ? sound.slice(0, 1) : sound,
    logistic: level === 3 ? logistic : null,
    problems,
  };
}

/**
 * The shop's model from the results of all stages.
 * @throws Error where a stage is missing or the results are of another day or horizon
 */
export function assembleModel({ reading, horizonDays }: FitInput, done: Done): ShopModel {
  const { asOfDay, data, windows: cuts, ...shop } = surveyIn(done);
  if (asOfDay !== reading.context.asOfDay || shop.horizonDays !== horizonDays) {
    throw new Error(`results of day ${asOfDay} and ${shop.horizonDays} days ahead do not belong to this run`);
  }
  const { level, fits, logistic, problems } =
    data.level === 0 ? { level: 0 as Level, fits: [], logistic: null, problems: [] } : inForce(done);
  const windows = data.level === 0 ? [] : cuts.map(({ day }) => resultOf(done, `window:${day}`) as WindowReport);
  const blendLosses = lossesOf(windows[0]);
  const blend = logistic === null ? 'average' : chooseBlend(blendLosses);
  return {
    version: SHOP_MODEL_VERSION,
    asOfDay,
    horizonDays,
    data,
    level,
    problems,
    learntFrom: learntFromIn(done),
    fits,
    blend,
    blendLosses,
    logistic: blend === 'average' ? null : logistic,
    gate: gateOf(
      windows.map(({ cutDay, customers, returned, scores }) => ({
        cutDay,
        customers,
        returned,
        auc: scores.average.auc,
      })),
    ),
    cycle: resultOf(done, 'cycle') as ShopCycle,
    anchors: level === 0 ? null : (resultOf(done, 'anchors') as Anchors | null),
    spend: level === 0 ? null : (resultOf(done, 'spend') as SpendModel),
    backtest: backtestOf(windows, blend),
    baseRate: windows[0]?.baseRate ?? null,
  };
}

function lossesOf(newest: WindowReport | undefined): LogLosses | null {
  const { average, logistic, gold } = newest?.scores ?? {};
  if (!average || !logistic || !gold) return null;
  return { average: average.logLoss, logistic: logistic.logLoss, gold: gold.logLoss };
}
