/** Which rights a shop has, and which one a customer is given next. */
import type { Contact } from '../model/event.ts';
import type { Benefit } from './benefit-schema.ts';

/**
 * @param chosen ids that the shop said it has; null where it said nothing
 * @param categoryId what the shop mostly sells; null where it did not say
 */
export function benefitsOf(
  benefits: readonly Benefit[],
  chosen: readonly string[] | null,
  categoryId: string | null,
): Benefit[] {
  return benefits.filter(
    ({ id, isUsual, categoryIds }) =>
      (chosen ? chosen.includes(id) : isUsual) &&
      (categoryIds === null || (categoryId !== null && categoryIds.includes(categoryId))),
  );
}

/** The one that was given longest ago, or never. @returns null where the shop has none */
export function nextBenefit(
  benefits: readonly Benefit[],
  contacts: readonly (Pick<Contact, 'benefitId'> & { at: number })[],
): Benefit | null {
  const lastAt = ({ id }: Benefit) =>
    Math.max(-1, ...contacts.filter(({ benefitId }) => benefitId === id).map(({ at }) => at));
  return benefits.toSorted((a, b) => lastAt(a) - lastAt(b))[0] ?? null;
}
