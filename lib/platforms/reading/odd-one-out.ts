/** Which of several alike rows is marked, where no known class says so: the one that has something the others have not. */

/** What may mark a row: its classes, its style and its states (`aria-selected`), on any of the boxes that hold this row alone. */
function marksOf(row: Element, rows: readonly Element[]): Set<string> {
  const marks = new Set<string>();
  for (let box: Element | null = row; box && !rows.some((other) => other !== row && box!.contains(other));) {
    for (const name of box.classList) marks.add(name);
    for (const { name, value } of box.attributes) if (/^(?:style|aria-.*)$/.test(name)) marks.add(`${name} ${value}`);
    box = box.parentElement;
  }
  return marks;
}

/** The only row with a mark of its own; null where none or several have one. */
export function oddOneOut<Row>(rows: readonly Row[], elementOf: (row: Row) => Element): Row | null {
  const elements = rows.map(elementOf);
  const marks = elements.map((element) => marksOf(element, elements));
  const isOwn = (mark: string) => marks.filter((each) => each.has(mark)).length === 1;
  const odd = rows.filter((_, index) => [...marks[index]!].some(isOwn));
  return odd.length === 1 ? odd[0]! : null;
}
