/**
 * How much it tells that two buyers agree in something, as data: every number with where it comes from. What is made of the data has
 * the numbers alone.
 */
import { z } from '../../model/zod.ts';

const source = z.string().min(1);
const share = z.number().gt(0).lt(1);
const shareOf = z.object({ value: share, source }).transform(({ value }) => value);
const number = z.object({ value: z.number().positive(), source }).transform(({ value }) => value);
/** `m`: how often two sightings of one buyer agree so. `u`: how often two buyers do; left out where it depends on the value. */
const outcome = z.object({ m: share, u: share, source }).transform(({ m, u }) => ({ m, u }));
const outcomeOfValue = z.object({ m: share, source }).transform(({ m }) => ({ m }));

const firstCharacters = z
  .object({ names: z.number().positive(), shares: z.record(z.string(), share), source })
  .extend({ otherLetter: share, otherDigit: share, other: share })
  .transform(({ names, shares, otherLetter, otherDigit, other }) => ({
    names,
    shares,
    otherLetter,
    otherDigit,
    other,
  }));
const lastCharacters = z
  .object({ digit: share, letter: share, other: share, source })
  .transform(({ digit, letter, other }) => ({ digit, letter, other }));
const provinces = z
  .object({ shares: z.record(z.string(), share), other: share, source })
  .transform(({ shares, other }) => ({ shares, other }));

export const linkModelSchema = z.object({
  /** Links of at least this probability are shown. */
  proposeFrom: shareOf,
  /** Share of orders whose buyer has ordered in the shop before. */
  repeatShare: shareOf,
  /** A shop is taken to have at least so many buyers. */
  fewestBuyers: number,
  /** Orders of a mask that stand for one buyer, when the buyers of a shop are counted. */
  ordersPerMaskedBuyer: number,
  orderTail: z.object({ same: outcome }),
  name: z.object({ whole: outcome, ends: outcomeOfValue, first: outcomeOfValue, differs: outcomeOfValue }),
  /** Shares of characters among first characters of names, before the shop's own are counted, and how many names they weigh. */
  firstCharacters,
  /** The most common last character of each kind. */
  lastCharacters,
  place: z.object({ city: outcomeOfValue, province: outcomeOfValue, differs: outcome }),
  /** Share of a province's orders that go to its largest city. */
  largestCity: shareOf,
  provinces,
  phone: z.object({ same: outcome, differs: outcome }),
});
export type LinkModel = z.infer<typeof linkModelSchema>;
