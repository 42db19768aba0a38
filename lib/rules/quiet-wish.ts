/** By which words a buyer asks to be left in peace. */
import { quietWishSchema } from '../actions/quiet-wish-schema.ts';
import { checked } from './checked.ts';
import data from './playbooks/quiet-wish.json' with { type: 'json' };

export const quietWish = checked(quietWishSchema, data);
