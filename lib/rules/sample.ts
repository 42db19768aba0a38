/** The made-up shop of the guided tour. */
import { sampleShopSchema } from '../model/sample-shop.ts';
import { checked } from './checked.ts';
import data from './sample/sample-shop.json' with { type: 'json' };

export const sampleShop = checked(sampleShopSchema, data);
