/** Festivals and sale days. */
import { calendarEntrySchema } from '../actions/calendar-schema.ts';
import { z } from '../model/zod.ts';
import { checked } from './checked.ts';
import data from './calendar/calendar.json' with { type: 'json' };

export const calendar = checked(z.array(calendarEntrySchema).readonly(), data);
