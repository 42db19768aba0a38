/** How fast what wants an answer, when shops are closed, and what wants none. */
import { serviceHoursSchema } from '../model/service-hours.ts';
import { z } from '../model/zod.ts';
import { buyerHoursSchema, clockRuleSchema, holidayYearsSchema } from '../service/clock-schema.ts';
import { kpiRulesSchema } from '../service/kpi-schema.ts';
import { smallTalkSchema } from '../service/small-talk-schema.ts';
import { checked } from './checked.ts';
import buyerHoursData from './service/buyer-hours.json' with { type: 'json' };
import ruleData from './service/clock-rules.json' with { type: 'json' };
import holidayData from './service/holidays.json' with { type: 'json' };
import kpiData from './service/platform-kpis.json' with { type: 'json' };
import smallTalkData from './service/small-talk.json' with { type: 'json' };
import hoursData from './service/usual-hours.json' with { type: 'json' };

export const clockRules = checked(z.array(clockRuleSchema).readonly(), ruleData);

/** What the platforms measure of a shop. A rate of replies holds wherever the shop's own matrix would allow more. */
export const kpiRules = checked(kpiRulesSchema, kpiData);

/** Of those to whom a shop sells abroad. */
export const buyerHours = checked(buyerHoursSchema, buyerHoursData);

/** By year. */
export const holidayYears = checked(holidayYearsSchema, holidayData);

/** Of a shop that said nothing: those in which JD counts. */
export const usualHours = checked(serviceHoursSchema, hoursData);

export const smallTalk = checked(smallTalkSchema, smallTalkData);
