/** What the benches run in a page: their results are asked for from outside. */
import { benchInsight } from './all.ts';
import { benchStoredColumns } from './stored-columns.ts';

Object.assign(globalThis, { benchInsight, benchStoredColumns });
