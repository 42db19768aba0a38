/** Which decision each chart serves: said under its title, as `decides_<chart>`; what decides nothing is not drawn (PRODUCT 4.6). */
export const charts = [
  'rfm',
  'cohorts',
  'chances',
  'reliability',
  'gaps',
  'timeline',
  'funnel',
  'sla',
  'troubles',
  'migration',
  'fatigue',
] as const;

export type Chart = (typeof charts)[number];
