/** Finding the list of records in an answer whose shape is not known for certain. */
import { isFields, type Fields } from '../reading/fields.ts';

/** The list at the first of these paths that has one (`data.results`); null where none has. */
export function listAt(value: unknown, paths: readonly string[]): readonly unknown[] | null {
  for (const path of paths) {
    let place: unknown = value;
    for (const name of path === '' ? [] : path.split('.')) {
      place = isFields(place) && Object.hasOwn(place, name) ? place[name] : undefined;
    }
    if (Array.isArray(place)) return place;
  }
  return null;
}

const MAX_VISITED = 20_000;

/**
 * The first list, from the outside inwards, in which a record has the sign; a record that stands alone is a list of one. Null
 * where there is none.
 */
export function listBySign(root: unknown, hasSign: (record: Fields) => boolean): readonly unknown[] | null {
  if (isFields(root) && hasSign(root)) return [root];
  let level: unknown[] = [root];
  for (let visited = 0; level.length > 0 && visited < MAX_VISITED; visited += level.length) {
    const next: unknown[] = [];
    for (const value of level.slice(0, MAX_VISITED)) {
      if (Array.isArray(value) && value.some((entry) => isFields(entry) && hasSign(entry))) return value;
      if (typeof value === 'object' && value !== null) next.push(...Object.values(value).slice(0, 1000));
    }
    level = next.filter((value) => typeof value === 'object' && value !== null).slice(0, MAX_VISITED);
  }
  return null;
}
