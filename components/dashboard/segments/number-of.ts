const numbers = new WeakMap<object, number>();
let last = 0;

/** A number of its own for each object, so that one may stand in the key of a query. */
export function numberOf(object: object): number {
  let number = numbers.get(object);
  if (number === undefined) {
    last += 1;
    number = last;
    numbers.set(object, number);
  }
  return number;
}
