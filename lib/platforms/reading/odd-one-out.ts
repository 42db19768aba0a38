/** Which of several alike rows is marked, where no known class says so: the one that has something the others have not. */

/** The only row with a mark of its own, or else the only one with such a box around it; null where none or several have one. */
export function oddOneOut<Row>(rows: readonly Row[], elementOf: (row: Row) => Element): Row | null {
  const elements = rows.map(elementOf);
  for (const marksOf of [ownMarks, (row: Element) => marksAround(row, elements)]) {
    const marks = elements.map(marksOf);
    const isOwn = (mark: string) => marks.filter((each) => each.has(mark)).length === 1;
    const odd = rows.filter((_, index) => [...marks[index]!].some(isOwn));
    if (odd.length > 0) return odd.length === 1 ? odd[0]! : null;
  }
  return null;
}

/** What may mark a row: its classes, its style and its states (`aria-selected`). */
function ownMarks(row: Element): Set<string> {
  const attributes = [...row.attributes].filter(({ name }) => /^(?:style|aria-.*)$/.test(name));
  return new Set([...row.classList, ...attributes.map(({ name, value }) => `${name} ${value}`)]);
}

/** Those of the boxes that hold this row alone. */
function marksAround(row: Element, rows: readonly Element[]): Set<string> {
  const marks = new Set<string>();
  let box = row.parentElement;
  while (box && !rows.some((other) => other !== row && box!.contains(other))) {
    for (const mark of ownMarks(box)) marks.add(mark);
    box = box.parentElement;
  }
  return marks;
}
