/** How the platforms' measures are counted, how certain that is and who says so: for whoever asks, apart from what every clock needs. */
import { z } from '../model/zod.ts';
import { kpiFactsSchema } from '../service/kpi-schema.ts';
import { checked } from './checked.ts';
import kpiData from './service/platform-kpis.json' with { type: 'json' };

export const kpiFacts = checked(z.array(kpiFactsSchema).readonly(), kpiData.kpis);
