/** Which of several alike rows is marked, where no known class says so: the one that has something the others have not. */

/** What may mark a row: its classes, its style and its states (`aria-selected`). */
function marksOf(row: Element): string[] {
  const attributes = [...row.attributes].filter(({ name }) => /^(?:style|aria-.*)$/.test(name));
  return [...row.classList, ...attributes.map(({ name, value }) => `${name} ${value}`)];
}

/** The only row with a mark of its own; null where none or several have one. */
export function oddOneOut<Row>(rows: readonly Row[], elementOf: (row: Row) => Element): Row | null {
  const marks = rows.map((row) => marksOf(elementOf(row)));
  const isOwn = (mark: string) => marks.filter((each) => each.includes(mark)).length === 1;
  const odd = rows.filter((_, index) => marks[index]!.some(isOwn));
  return odd.length === 1 ? odd[0]! : null;
}
