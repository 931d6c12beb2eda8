import type { DuckDBDataChunk, DuckDBType } from "@duckdb/node-api";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";

/** A table as a file holds it, every cell as text. */
export interface TableTexts {
  readonly names: readonly string[];
  /** Row by row; NULL is "". */
  readonly rows: readonly (readonly string[])[];
  /** Some column holds dates or timestamps. */
  readonly dates: boolean;
  /** Columns of instants, read by the clock of `timeZone`. */
  readonly instants: readonly string[];
  /** Columns that are not text, numbers or dates: their name and type. They are not among `names`. */
  readonly unreadable: Readonly<Record<string, string>>;
}

/** More would not fit the memory as text. */
export const mostTextCells = 30_000_000;

/** Where instants are turned into days. */
export const timeZone = "Europe/London";

/**
 * A table of the database as text: whole numbers and decimals by all their digits, other numbers as JavaScript writes
 * them, dates as yyyy-mm-dd, timestamps likewise with the time where it is not midnight.
 *
 * @param from  a table or a table function, quoted
 * @param order an ORDER BY clause, where the table does not order itself
 */
export async function queryTexts(engine: Engine, from: string, order = ""): Promise<TableTexts> {
  const { connection, duckdb } = engine;
  const described = await connection.run(`SELECT * FROM ${from} LIMIT 0`);
  const types = described.columnTypes();
  const all = described.columnNames().map((name, index) => ({ name, type: types[index]! }));
  const selected = all.map(({ name, type }) => selectedAs(engine, name, type));
  const readable = all.filter((_, index) => selected[index] !== null);
  const chosen = selected.filter((each) => each !== null);
  const unreadable = Object.fromEntries(
    all.filter((_, index) => selected[index] === null).map(({ name, type }) => [name, type.toString()]),
  );
  const named = (ids: readonly number[]) => readable.filter(({ type }) => ids.includes(type.typeId));
  const { TIMESTAMP_TZ, TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS, DATE } = duckdb.DuckDBTypeId;
  return {
    names: readable.map(({ name }) => name),
    rows: chosen.length === 0 ? [] : await textRows(engine, chosen, from, order),
    dates: named([DATE, TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS, TIMESTAMP_TZ]).length > 0,
    instants: named([TIMESTAMP_TZ]).map(({ name }) => name),
    unreadable,
  };
}

/** How a column is asked for: `texts` are whole and final, `numbers` are to be written as JavaScript does. */
interface Selected {
  readonly sql: string;
  readonly kind: "text" | "number";
}

/** How a column becomes text; null when it holds what no cell can. */
function selectedAs({ duckdb }: Engine, name: string, type: DuckDBType): Selected | null {
  const column = quoteIdentifier(name);
  const ids = duckdb.DuckDBTypeId;
  const timestamp = (value: string): Selected => ({
    sql: `CASE WHEN ${value} = CAST(CAST(${value} AS DATE) AS TIMESTAMP) THEN CAST(CAST(${value} AS DATE) AS VARCHAR)
      ELSE replace(CAST(${value} AS VARCHAR), ' ', 'T') END`,
    kind: "text",
  });
  switch (type.typeId) {
    case ids.DOUBLE:
    case ids.FLOAT:
      return { sql: `CAST(${column} AS DOUBLE)`, kind: "number" };
    case ids.TIMESTAMP:
    case ids.TIMESTAMP_S:
    case ids.TIMESTAMP_MS:
    case ids.TIMESTAMP_NS:
      return timestamp(column);
    case ids.TIMESTAMP_TZ:
      return timestamp(`timezone('${timeZone}', ${column})`);
    case ids.BLOB:
    case ids.BIT:
    case ids.LIST:
    case ids.ARRAY:
    case ids.STRUCT:
    case ids.MAP:
    case ids.UNION:
      return null;
    default:
      return { sql: `CAST(${column} AS VARCHAR)`, kind: "text" };
  }
}

async function textRows(
  { connection }: Engine,
  columns: readonly Selected[],
  from: string,
  order: string,
): Promise<readonly (readonly string[])[]> {
  const selection = columns.map(({ sql }, index) => `${sql} AS c${index}`).join(", ");
  const result = await connection.stream(`SELECT ${selection} FROM ${from} ${order}`);
  const rows: string[][] = [];
  const shared = columns.map(() => new Map<string, string>());
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    if ((rows.length + chunk.rowCount) * columns.length > mostTextCells) {
      throw new RangeError(`queryTexts: a table must have at most ${mostTextCells} cells (rows x columns)`);
    }
    appendRows(rows, chunk, columns, shared);
  }
  return rows;
}

/** Different texts of a column that are kept once; past these each row has its own. */
const sharedTexts = 4096;

function appendRows(
  rows: string[][],
  chunk: DuckDBDataChunk,
  columns: readonly Selected[],
  shared: readonly Map<string, string>[],
): void {
  const first = rows.length;
  for (let row = 0; row < chunk.rowCount; row++) rows.push(new Array<string>(columns.length));
  for (let index = 0; index < columns.length; index++) {
    const vector = chunk.getColumnVector(index);
    const known = shared[index]!;
    for (let row = 0; row < chunk.rowCount; row++) {
      const item = vector.getItem(row);
      const text = item === null ? "" : String(item);
      const same = known.get(text);
      if (same === undefined && known.size < sharedTexts) known.set(text, text);
      rows[first + row]![index] = same ?? text;
    }
  }
}
