/** A shop's own list of costs -> what each article costs, every row that cannot be taken by its reason. */
import type { ArticleCost } from '../model/article-cost.ts';
import { refuseRow, type Refusals } from '../model/imported.ts';
import { MAX_COSTS } from '../model/limits.ts';
import { amountIn, CellError, idIn, plain } from './cell-values.ts';
import { costColumns, type CostField } from './cost-columns.ts';
import { FileError } from './file-error.ts';
import { readTables, type SourceFile } from './read-table.ts';
import { plainName } from './recognise.ts';
import type { Row } from './row.ts';

export interface CostFile {
  costs: ArticleCost[];
  /** Rows below the names. */
  rows: number;
  refusals: Refusals;
  /** How the columns that were taken are called in the file. */
  columns: Partial<Record<CostField, string>>;
}

/** Titles and dates may stand above the names. */
const HEADER_WITHIN = 10;
const SHOWN_COLUMNS = 12;
const SKU = /^[\w-]{1,40}$/;
const MAX_TITLE = 500;

/** @throws FileError of a file that is no table, has no column of costs, or is larger than is kept */
export async function readCostFile(file: SourceFile): Promise<CostFile> {
  const rows: Row[] = [];
  // A workbook's first sheet, an archive's first table: a list of costs is one.
  for await (const table of readTables(file)) {
    for await (const portion of table.rows) {
      rows.push(...portion);
      if (rows.length > MAX_COSTS + HEADER_WITHIN)
        throw new FileError(`expected at most ${MAX_COSTS} rows, found more`, 'tooManyCosts', MAX_COSTS);
    }
    break;
  }
  const header = rows.slice(0, HEADER_WITHIN).findIndex((row) => isHeader(placesOf(row)));
  if (header < 0) throw noColumns(file.name, rows);
  return takeRows(rows[header]!, rows.slice(header + 1));
}

type Places = ReadonlyMap<CostField, number>;

function placesOf({ cells }: Row): Places {
  const names = cells.map(plainName);
  const places = (Object.keys(costColumns) as CostField[]).flatMap((field) => {
    const at = costColumns[field].map((alias) => names.indexOf(plainName(alias))).find((place) => place >= 0);
    return at === undefined ? [] : [[field, at] as const];
  });
  return new Map(places);
}

function isHeader(places: Places): boolean {
  return places.has('cost') && (places.has('skuId') || places.has('title'));
}

function takeRows(header: Row, rows: readonly Row[]): CostFile {
  const places = placesOf(header);
  const refusals: Refusals = {};
  const byKey = new Map<string, { cost: ArticleCost; line: number }>();
  const contradicted = new Set<string>();
  for (const row of rows) {
    try {
      const cost = costIn(row, places);
      const key = cost.skuId ?? `title ${cost.title}`;
      const known = byKey.get(key);
      if (known && known.cost.costFen !== cost.costFen) {
        if (!contradicted.has(key)) refuseRow(refusals, 'cost (said twice and differently)', known.line);
        contradicted.add(key);
        throw new CellError('cost (said twice and differently)');
      }
      if (!known) byKey.set(key, { cost, line: row.line });
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      refuseRow(refusals, error.what, row.line);
    }
  }
  const columns = Object.fromEntries([...places].map(([field, place]) => [field, header.cells[place]!]));
  const costs = [...byKey].flatMap(([key, { cost }]) => (contradicted.has(key) ? [] : [cost]));
  return { costs, rows: rows.length, refusals, columns };
}

/** @throws CellError of what is not certain */
function costIn({ cells }: Row, places: Places): ArticleCost {
  const cell = (field: CostField) => cells[places.get(field) ?? -1] ?? '';
  const skuId = plain(cell('skuId')) === '' ? null : idIn(cell('skuId'), 'article id', SKU);
  const title = plain(cell('title')) === '' ? null : plain(cell('title'));
  if (skuId === null && title === null) throw new CellError('article id or title');
  if (title !== null && title.length > MAX_TITLE) throw new CellError('item title');
  const costFen = amountIn(cell('cost'), 'cost');
  if (costFen === null) throw new CellError('cost');
  return { skuId, title, costFen };
}

function noColumns(name: string, [first]: readonly Row[]): FileError {
  const names = first?.cells.filter((cell) => cell !== '').slice(0, SHOWN_COLUMNS) ?? [];
  const found = names.map((each) => each.slice(0, 20)).join('、');
  return new FileError(
    `${name}: expected a column of costs (成本) and one of article numbers or titles, found ${found || 'no row at all'}`,
    names.length === 0 ? 'noRows' : 'noCostColumns',
    ...(names.length === 0 ? [] : [found]),
  );
}
