/** What the shipped categories read in the titles of items; compiled once. */
import { compileCategories } from '../insight/categories/title-reader.ts';
import { categories } from '../rules/categories.ts';

export const titles = compileCategories(categories);
