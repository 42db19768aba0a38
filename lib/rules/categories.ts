/** The shipped categories of goods. */
import { categorySchema } from '../insight/categories/category-schema.ts';
import { z } from '../model/zod.ts';
import appliance from './categories/appliance.json' with { type: 'json' };
import apparel from './categories/apparel.json' with { type: 'json' };
import beauty from './categories/beauty.json' with { type: 'json' };
import digital from './categories/digital.json' with { type: 'json' };
import food from './categories/food.json' with { type: 'json' };
import health from './categories/health.json' with { type: 'json' };
import home from './categories/home.json' with { type: 'json' };
import household from './categories/household.json' with { type: 'json' };
import motherBaby from './categories/mother-baby.json' with { type: 'json' };
import pet from './categories/pet.json' with { type: 'json' };
import { checked } from './checked.ts';

/** Their numbers are stored with customers: new ones go to the end. */
export const categories = checked(z.array(categorySchema).readonly(), [
  beauty,
  apparel,
  food,
  motherBaby,
  household,
  pet,
  health,
  digital,
  appliance,
  home,
]);
