import {
  type Columns,
  columnsOf,
  dateColumn,
  datesOf,
  integerColumn,
  integersOf,
  isPresent,
  textsOf,
} from "@likewise/schema";
import type { AskedFlag, AskedOfEvents } from "./asked-of-events.ts";
import { chunkEvents, type EventChunk } from "./event-chunk.ts";
import { withLoadedTexts } from "./loaded-texts.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { countableRowsSql, type RowLookup, type RowsOfUnits, unitsTable } from "./rows-of-units.ts";
import type { UnitsInOrder } from "./units-in-order.ts";
import { vectorMemory } from "./vector-memory.ts";
import type { WindowTallies } from "./window-tallies.ts";
import { withWorkingTables } from "./working-tables.ts";

/**
 * Hands over the rows of a stored table that can count for a unit, chunk by chunk, in whatever order the database finds
 * them. People stand on the right of the join, and so in memory; rows pass by.
 */
export async function storedEvents(
  engine: Engine,
  units: UnitsInOrder,
  events: RowsOfUnits,
  asked: AskedOfEvents,
  { reach, add }: WindowTallies,
): Promise<void> {
  const { ids, days } = peopleInReach(units, events, reach);
  if (ids.length === 0) return;
  const { lookup } = events;
  const lines = lookup !== undefined && asked.sums.includes(lookup.as) ? { lines: linesTable(lookup) } : {};
  await withLoadedTexts(engine, ids, (texts) =>
    withWorkingTables<string, void>(engine, { days, ...lines }, async (name) => {
      const flags = [...asked.shared, ...asked.apart].map((flag) => flag.name);
      const wanted = [...flags, ...(asked.proven ? ["provenDate"] : []), ...asked.sums];
      const rows = countableRowsSql(events, wanted, name.lines ?? null);
      const people = `(SELECT * FROM ${texts} POSITIONAL JOIN ${name.days})`;
      await eachChunk(engine, inReachSql(rows, people, events, asked), asked, add);
    }),
  );
}

/** Units with an id and an anchor day, and the days on which a row of theirs is of account: observed, and in some window. */
interface PeopleInReach {
  readonly ids: readonly string[];
  /** `place`, `begins` and `ends`, in the order of ids. */
  readonly days: Columns;
}

function peopleInReach(
  { dayOf, placeOf }: UnitsInOrder,
  events: RowsOfUnits,
  { first, last }: WindowTallies["reach"],
): PeopleInReach {
  const units = unitsTable(events);
  const id = textsOf(units, "id");
  const unit = integersOf(units, "unit");
  const from = datesOf(units, "from");
  const to = datesOf(units, "to");
  const ids = new Array<string>(units.numRows);
  const [place, begins, ends] = [0, 1, 2].map(() => new Int32Array(units.numRows)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let kept = 0;
  for (let row = 0; row < units.numRows; row++) {
    const at = placeOf(unit.values[row]!);
    const day = at < 0 ? -1 : dayOf[at]!;
    if (day < 0 || !isPresent(id, row) || !isPresent(from, row) || !isPresent(to, row)) continue;
    place[kept] = at;
    begins[kept] = Math.max(from.values[row]!, first[day]!);
    ends[kept] = Math.min(to.values[row]!, last[day]!);
    ids[kept++] = id.values[row]!;
  }
  ids.length = kept;
  return {
    ids,
    days: columnsOf({
      place: integerColumn(place.subarray(0, kept)),
      begins: dateColumn(begins.subarray(0, kept)),
      ends: dateColumn(ends.subarray(0, kept)),
    }),
  };
}

/** In place of its numbers, which may be of any size, a lookup has their lines. */
function linesTable({ by, table, as }: RowLookup): Columns {
  const lines = integerColumn(Int32Array.from({ length: table.numRows }, (_, line) => line));
  return columnsOf({ ...Object.fromEntries(by.map((name) => [name, table.columns[name]!])), [as]: lines });
}

function inReachSql(rows: string, people: string, events: RowsOfUnits, asked: AskedOfEvents): string {
  const selected = [
    'person."place"',
    'event."date"',
    ...(asked.apart.length === 0 ? [] : [`CAST(${asked.apart.map(bitSql).join(" + ")} AS INTEGER)`]),
    // Infinity is after every day, as neverProven is.
    ...(asked.proven ? [`coalesce(event."provenDate", DATE 'infinity')`] : []),
    ...asked.sums.map((name) => `coalesce(event.${quoteIdentifier(name)}, ${name === events.lookup?.as ? -1 : 0})`),
  ];
  const conditions = ['event."date" >= person."begins"', 'event."date" <= person."ends"', ...asked.shared.map(flagSql)];
  return `SELECT ${selected.map((sql, at) => `${sql} AS column_${at}`).join(", ")}
    FROM (${rows}) AS event JOIN ${people} AS person ON person."text" = event."id"
    WHERE ${conditions.join(" AND ")}`;
}

function bitSql(flag: AskedFlag, bit: number): string {
  return `CASE WHEN ${flagSql(flag)} THEN ${2 ** bit} ELSE 0 END`;
}

function flagSql({ name, value }: AskedFlag): string {
  return `event.${quoteIdentifier(name)} = ${value ? "TRUE" : "FALSE"}`;
}

async function eachChunk(
  { connection, duckdb }: Engine,
  sql: string,
  asked: AskedOfEvents,
  add: (chunk: EventChunk) => void,
): Promise<void> {
  const none = new Int32Array(chunkEvents);
  const result = await connection.stream(sql);
  for (const type of result.columnTypes()) {
    if (type.typeId !== duckdb.DuckDBTypeId.INTEGER && type.typeId !== duckdb.DuckDBTypeId.DATE)
      throw new RangeError(`rowsOfUnits: what is summed must be whole numbers of 32 bits, got ${type.toString()}`);
  }
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const columns = Array.from(
      { length: chunk.columnCount },
      (_, index) => vectorMemory(chunk!.getColumnVector(index)).items as Int32Array,
    );
    let next = 0;
    add({
      count: chunk.rowCount,
      place: columns[next++]!,
      date: columns[next++]!,
      flags: asked.apart.length === 0 ? none : columns[next++]!,
      provenDate: asked.proven ? columns[next++]! : null,
      numbers: asked.sums.map(() => columns[next++]!),
    });
  }
}
