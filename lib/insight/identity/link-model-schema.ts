/** How much it tells that two buyers agree in something, as data: every number with where it comes from. */
import { z } from '../../model/zod.ts';

const source = z.string().min(1);
const share = z.number().gt(0).lt(1);
const number = z.object({ value: z.number().positive(), source });
/** `m`: how often two sightings of one buyer agree so. `u`: how often two buyers do; left out where it depends on the value. */
const outcome = z.object({ m: share, u: share, source });
const outcomeOfValue = z.object({ m: share, source });

export const linkModelSchema = z.object({
  /** Links of at least this probability are shown. */
  proposeFrom: z.object({ value: share, source }),
  /** Share of orders whose buyer has ordered in the shop before. */
  repeatShare: z.object({ value: share, source }),
  /** A shop is taken to have at least so many buyers. */
  fewestBuyers: number,
  /** Orders of a mask that stand for one buyer, when the buyers of a shop are counted. */
  ordersPerMaskedBuyer: number,
  orderTail: z.object({ same: outcome }),
  name: z.object({ whole: outcome, ends: outcomeOfValue, first: outcomeOfValue, differs: outcomeOfValue }),
  /** Shares of characters among first characters of names, before the shop's own are counted, and how many names they weigh. */
  firstCharacters: z.object({
    names: z.number().positive(),
    shares: z.record(z.string(), share),
    otherLetter: share,
    otherDigit: share,
    other: share,
    source,
  }),
  /** The most common last character of each kind. */
  lastCharacters: z.object({ digit: share, letter: share, other: share, source }),
  place: z.object({ city: outcomeOfValue, province: outcomeOfValue, differs: outcome }),
  /** Share of a province's orders that go to its largest city. */
  largestCity: z.object({ value: share, source }),
  provinces: z.object({ shares: z.record(z.string(), share), other: share, source }),
  phone: z.object({ same: outcome, differs: outcome }),
});
export type LinkModel = z.infer<typeof linkModelSchema>;
