/**
 * Logistic regression with a ridge: minimises Σ weight·loss + ridge·‖β‖² over inputs brought to mean 0 and spread 1, by
 * Newton's method. The intercept is free. The result is told in the inputs as they came.
 */
import type { Steps } from '../steps.ts';
import { sigmoid } from './logit.ts';

export interface LogisticFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  readonly converged: boolean;
  /** Rows it learnt from. */
  readonly rows: number;
}

export interface TrainingSet {
  readonly rows: number;
  /** Inputs row by row, `width` per row. */
  readonly inputs: Float64Array;
  readonly width: number;
  /** 0 or 1 per row. */
  readonly outcomes: Uint8Array;
  readonly weights: Float64Array;
}

const MAX_ROUNDS = 50;
const MAX_HALVINGS = 20;
/** Stops when a further step promises less than this share of the loss. */
const TOLERANCE = 1e-10;
/** Rows between two pauses. */
const CHUNK = 8192;

export function* fitLogistic(set: TrainingSet, ridge: number): Steps<LogisticFit> {
  const { width, rows } = set;
  const { means, spreads } = scalesOf(set);
  yield;
  let beta = new Float64Array(width + 1);
  let current = yield* lossAt(set, beta, means, spreads, ridge);
  let converged = rows === 0;
  for (let round = 0; round < MAX_ROUNDS && !converged; round++) {
    const step = solve(current.curvature, current.gradient);
    const promised = step.reduce((sum, part, index) => sum + part * current.gradient[index]!, 0) / 2;
    if (promised <= TOLERANCE * Math.max(1, current.loss)) {
      converged = true;
      break;
    }
    let scale = 1;
    let next = current;
    for (let halving = 0; halving < MAX_HALVINGS; halving++, scale /= 2) {
      const trial = beta.map((part, index) => part - scale * step[index]!);
      next = yield* lossAt(set, trial, means, spreads, ridge);
      if (next.loss < current.loss) {
        beta = trial;
        break;
      }
    }
    if (next.loss >= current.loss) break;
    current = next;
  }
  const coefficients = Array.from({ length: width }, (_, index) => beta[index + 1]! / spreads[index]!);
  const shift = coefficients.reduce((sum, coefficient, index) => sum + coefficient * means[index]!, 0);
  return { intercept: beta[0]! - shift, coefficients, converged, rows };
}

/** The logit of one row of inputs. */
export function logisticLogit(fit: LogisticFit, inputs: Float64Array, from: number): number {
  let sum = fit.intercept;
  for (let index = 0; index < fit.coefficients.length; index++) sum += fit.coefficients[index]! * inputs[from + index]!;
  return sum;
}

/** Weighted mean and standard deviation of each input; an input that never changes has spread 1, and so no effect. */
function scalesOf({ inputs, width, weights, rows }: TrainingSet): { means: Float64Array; spreads: Float64Array } {
  const means = new Float64Array(width);
  const spreads = new Float64Array(width);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    total += weights[row]!;
    for (let index = 0; index < width; index++) means[index]! += weights[row]! * inputs[row * width + index]!;
  }
  for (let index = 0; index < width; index++) means[index]! /= total || 1;
  for (let row = 0; row < rows; row++) {
    for (let index = 0; index < width; index++) {
      spreads[index]! += weights[row]! * (inputs[row * width + index]! - means[index]!) ** 2;
    }
  }
  for (let index = 0; index < width; index++) {
    const spread = Math.sqrt(spreads[index]! / (total || 1));
    spreads[index] = spread > 1e-9 * Math.max(1, Math.abs(means[index]!)) ? spread : 1;
  }
  return { means, spreads };
}

interface Derivatives {
  readonly loss: number;
  readonly gradient: Float64Array;
  /** Row by row. */
  readonly curvature: Float64Array;
}

function* lossAt(
  { inputs, width, outcomes, weights, rows }: TrainingSet,
  beta: Float64Array,
  means: Float64Array,
  spreads: Float64Array,
  ridge: number,
): Steps<Derivatives> {
  const size = width + 1;
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  const input = new Float64Array(size);
  let loss = 0;
  input[0] = 1;
  for (let row = 0; row < rows; row++) {
    let linear = beta[0]!;
    for (let index = 1; index < size; index++) {
      const value = (inputs[row * width + index - 1]! - means[index - 1]!) / spreads[index - 1]!;
      input[index] = value;
      linear += beta[index]! * value;
    }
    const chance = sigmoid(linear);
    const weight = weights[row]!;
    const wrong = outcomes[row] === 1 ? -linear : linear;
    loss += weight * (Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong))));
    const slope = weight * (chance - outcomes[row]!);
    const bend = weight * chance * (1 - chance);
    for (let index = 0; index < size; index++) {
      gradient[index]! += slope * input[index]!;
      const part = bend * input[index]!;
      for (let other = 0; other <= index; other++) curvature[index * size + other]! += part * input[other]!;
    }
    if (row % CHUNK === CHUNK - 1) yield;
  }
  for (let index = 1; index < size; index++) {
    loss += ridge * beta[index]! ** 2;
    gradient[index]! += 2 * ridge * beta[index]!;
    curvature[index * size + index]! += 2 * ridge;
  }
  yield;
  return { loss, gradient, curvature };
}

/** Cholesky, of the lower triangle of a symmetric matrix; a direction without curvature is left alone. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const lower = new Float64Array(size * size);
  const result = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let at = 0; at < column; at++) sum -= lower[row * size + at]! * lower[column * size + at]!;
      if (column < row) lower[row * size + column] = sum / lower[column * size + column]!;
      else lower[row * size + row] = sum > 0 ? Math.sqrt(sum) : Infinity;
    }
    for (let at = 0; at < row; at++) result[row]! -= lower[row * size + at]! * result[at]!;
    result[row]! /= lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) result[row]! -= lower[at * size + row]! * result[at]!;
    result[row]! /= lower[row * size + row]!;
  }
  return result;
}
