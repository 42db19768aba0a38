/** Properties are tried with one seed, so that a run can be repeated; another, or `SEED=random`, looks further. */
import fc from 'fast-check';

const { SEED = '20261129' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });

export default fc;
export type * from 'fast-check';
