/**
 * How long each kind of record is kept, in days. Who handles personal data keeps it no longer than its purpose needs (个人信息保护法
 * art. 19): so everything ends some day, and what is used for a short while ends soon.
 */
export const retentionKinds = [
  'orders',
  'afterSales',
  'reviews',
  'members',
  'contacts',
  'clues',
  'captures',
  'undoSteps',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];
export type Retention = Record<RetentionKind, number>;

/**
 * Orders: three years, the time within which a claim of the Civil Code (art. 188) may be raised, and what repurchase models look back on.
 * Contacts: two years, the longest that a limit or a report looks back is one. Clues to masked buyers: as long as a second order is
 * likely to come. Captures: a year, to compare with the same days of the last one. Undo steps: as long as somebody may notice a wrong file.
 */
export const usualRetention: Retention = {
  orders: 1095,
  afterSales: 1095,
  reviews: 1095,
  members: 1095,
  contacts: 730,
  clues: 180,
  captures: 400,
  undoSteps: 30,
};

/** What may be chosen; nothing is kept for ever. */
export const retentionChoices: Readonly<Record<RetentionKind, readonly number[]>> = {
  orders: [180, 365, 730, 1095, 1825],
  afterSales: [180, 365, 730, 1095, 1825],
  reviews: [180, 365, 730, 1095, 1825],
  members: [180, 365, 730, 1095, 1825],
  contacts: [90, 180, 365, 730, 1095],
  clues: [30, 90, 180, 365],
  captures: [90, 180, 400, 730],
  undoSteps: [7, 30, 90],
};
