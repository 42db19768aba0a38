/** What the writer cannot do as it was asked to. Each has its sentence in the messages of the interface, `refused_…`. */
const refusals = [
  'importGone',
  'importOver',
  'importShop',
  'restoreGone',
  'restoreUnlike',
  'lockThere',
  'shopGone',
  'rulesUnfit',
  'workOrderGone',
  'workOrderMerged',
  'workOrderOpen',
  'workOrderUntold',
  'workOrderInto',
  'sampleGone',
  'noAnswer',
] as const;
export type Refusal = (typeof refusals)[number];

const NAME = 'RefusedError';

export class RefusedError extends Error {
  /** @param message for tools: what was expected, what was found, what to do; the interface says `refusal` in its own words */
  constructor(refusal: Refusal, message: string) {
    super(`${message} [${refusal}]`);
    this.name = NAME;
  }
}

/** Known by its text: of an error behind a message the text alone arrives. @returns null of any other error */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  return refusals.find((refusal) => error.message.endsWith(`[${refusal}]`)) ?? null;
}
