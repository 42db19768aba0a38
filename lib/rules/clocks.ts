/** How fast what wants an answer, when shops are closed, and what wants none. */
import { serviceHoursSchema } from '../model/service-hours.ts';
import { z } from '../model/zod.ts';
import { clockRuleSchema, holidayYearsSchema, platformMeasureSchema } from '../service/clock-schema.ts';
import { smallTalkSchema } from '../service/small-talk-schema.ts';
import { checked } from './checked.ts';
import ruleData from './service/clock-rules.json' with { type: 'json' };
import holidayData from './service/holidays.json' with { type: 'json' };
import measureData from './service/platform-measures.json' with { type: 'json' };
import smallTalkData from './service/small-talk.json' with { type: 'json' };
import hoursData from './service/usual-hours.json' with { type: 'json' };

export const clockRules = checked(z.array(clockRuleSchema).readonly(), ruleData);

export const platformMeasures = checked(z.array(platformMeasureSchema).readonly(), measureData);

/** By year. */
export const holidayYears = checked(holidayYearsSchema, holidayData);

/** Of a shop that said nothing: those in which JD counts. */
export const usualHours = checked(serviceHoursSchema, hoursData);

export const smallTalk = checked(smallTalkSchema, smallTalkData);
