/** How often an answer of certain log odds was right, on lines that were not learned from: a line through the log odds (Platt). */

export interface Answer {
  odds: number;
  isRight: boolean;
}

const STEPS = 3_000;
const RATE = 0.5;

export function certaintyOf(answers: readonly Answer[]): { scale: number; shift: number } {
  let [scale, shift] = [1, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [bySlope, byShift] = [0, 0];
    for (const { odds, isRight } of answers) {
      const error = 1 / (1 + Math.exp(-(scale * odds + shift))) - Number(isRight);
      bySlope += error * odds;
      byShift += error;
    }
    scale -= (RATE * bySlope) / answers.length;
    shift -= (RATE * byShift) / answers.length;
  }
  return { scale: round(scale), shift: round(shift) };
}

const round = (value: number) => Math.round(value * 100) / 100;
