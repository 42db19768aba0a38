/** A sense that hears one thing: 包好 is a promise, and more so in an SMS. */
import { senseWeightsSchema, type SenseWeights } from '../../lib/compliance/sense/sense-schema.ts';

export function makeSense(parts: Partial<SenseWeights> = {}): SenseWeights {
  return senseWeightsSchema.parse({
    source: 'a test',
    step: 0.5,
    weights: { 'over-promise': { '4': '包好', '2': '#sms', '-6': '不敢' } },
    bias: { 'over-promise': -1 },
    found: -0.5,
    doubted: -0.9,
    ...parts,
  });
}
