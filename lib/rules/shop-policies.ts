/** What shops may offer, for the linter: see `lib/compliance/shop-pack.ts`. */
import { shopPoliciesSchema, type ShopPolicies } from '../compliance/shop-policy.ts';
import { checked } from './checked.ts';
import policies from './compliance/shop-policies.json' with { type: 'json' };

export const shopPolicies: ShopPolicies = checked(shopPoliciesSchema, policies);
