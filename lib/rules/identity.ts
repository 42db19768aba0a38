/** How much tells that two masked buyers are one person. */
import { linkModelSchema } from '../insight/identity/link-model-schema.ts';
import { checked } from './checked.ts';
import data from './identity/link-model.json' with { type: 'json' };

export const linkModel = checked(linkModelSchema, data);
