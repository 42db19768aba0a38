/** The company that carries an order's parcel, by the name that the platform gives it. */

/** Letters alone: a number would be a parcel's, or somebody's phone. */
export const CARRIER_NAME: RegExp = /^\p{L}[\p{L}&（）() ·-]{1,19}$/u;

/**
 * @param names as a page or file writes them, one for each parcel or row; empty where it tells nothing
 * @returns the one company of all parcels that tell; undefined where there is none, several, or something that is no name
 */
export function carrierOf(names: readonly string[]): string | undefined {
  const told = new Set(names.map((name) => name.normalize('NFKC').trim()).filter((name) => name !== ''));
  const [only] = told;
  return told.size === 1 && CARRIER_NAME.test(only!) ? only : undefined;
}
