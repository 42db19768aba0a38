/** A buyer at the border. The names and the rules of identity are in `identity.ts`, which interface and page scripts carry. */
import { isSealed } from './sealed.ts';
import { z } from './zod.ts';

export const identityQualitySchema = z.enum(['stable', 'probable', 'masked']);

/** What looks sealed is made by nobody but us. */
const shownText = z
  .string()
  .min(1)
  .max(100)
  .refine((text) => !isSealed(text), 'expected a name or key as a page shows it, found a sealed one');

export const buyerSchema = z
  .object({
    /** As the page shows it; null where the page shows none (a column switched off). */
    display: shownText.nullable(),
    /** The platform's own stable id, as the page writes it. */
    key: shownText.nullable(),
    quality: identityQualitySchema,
  })
  .refine(
    (buyer) => (buyer.key !== null) === (buyer.quality === 'stable'),
    'a key makes a buyer stable, and only a key does',
  )
  .refine((buyer) => buyer.quality !== 'probable' || buyer.display !== null, 'a probable buyer has a full nick');
