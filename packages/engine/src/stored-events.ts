import { type Columns, columnsOf, dateColumn, datesOf, integerColumn, integersOf, isPresent } from "@likewise/schema";
import type { AskedFlag, AskedOfEvents } from "./asked-of-events.ts";
import { chunkEvents, type EventChunk } from "./event-chunk.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { countableRowsSql, type RowLookup, type RowsOfUnits, unitsTable } from "./rows-of-units.ts";
import { withIds } from "./stored-ids.ts";
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
  const days = daysInReach(units, events, reach);
  if (days.numRows === 0) return;
  const { lookup } = events;
  const lines = lookup !== undefined && asked.sums.includes(lookup.as) ? { lines: linesTable(lookup) } : {};
  await withIds(engine, events, (ids) =>
    withWorkingTables<string, void>(engine, { days, ...lines }, async (name) => {
      const flags = [...asked.shared, ...asked.apart].map((flag) => flag.name);
      const wanted = [...flags, ...(asked.proven ? ["provenDate"] : []), ...asked.sums];
      const rows = countableRowsSql(events, wanted, name.lines ?? null);
      const people = `(SELECT "id", "place", "day", "begins", "ends" FROM ${ids} JOIN ${name.days} USING ("unit"))`;
      await eachChunk(engine, inReachSql(rows, people, events, asked), asked, add);
    }),
  );
}

/**
 * First and last day on which a row of a unit is of account, observed and in some window, beside its place and anchor day, for
 * units that have an anchor day and were observed.
 */
function daysInReach(
  { dayOf, placeOf }: UnitsInOrder,
  events: RowsOfUnits,
  { first, last }: WindowTallies["reach"],
): Columns {
  const units = unitsTable(events);
  const unit = integersOf(units, "unit");
  const from = datesOf(units, "from");
  const to = datesOf(units, "to");
  const blank = () => new Int32Array(units.numRows);
  const kept = { unit: blank(), place: blank(), day: blank(), begins: blank(), ends: blank() };
  let count = 0;
  for (let row = 0; row < units.numRows; row++) {
    const place = placeOf(unit.values[row]!);
    const day = place < 0 ? -1 : dayOf[place]!;
    if (day < 0 || !isPresent(from, row) || !isPresent(to, row)) continue;
    kept.unit[count] = unit.values[row]!;
    kept.place[count] = place;
    kept.day[count] = day;
    kept.begins[count] = Math.max(from.values[row]!, first[day]!);
    kept.ends[count++] = Math.min(to.values[row]!, last[day]!);
  }
  return columnsOf({
    unit: integerColumn(kept.unit.subarray(0, count)),
    place: integerColumn(kept.place.subarray(0, count)),
    day: integerColumn(kept.day.subarray(0, count)),
    begins: dateColumn(kept.begins.subarray(0, count)),
    ends: dateColumn(kept.ends.subarray(0, count)),
  });
}

/** In place of its numbers, which may be of any size, a lookup has their lines. */
function linesTable({ by, table, as }: RowLookup): Columns {
  const lines = integerColumn(Int32Array.from({ length: table.numRows }, (_, line) => line));
  return columnsOf({ ...Object.fromEntries(by.map((name) => [name, table.columns[name]!])), [as]: lines });
}

function inReachSql(rows: string, people: string, events: RowsOfUnits, asked: AskedOfEvents): string {
  const selected = [
    'person."place"',
    'person."day"',
    'event."date"',
    ...(asked.apart.length === 0 ? [] : [`CAST(${asked.apart.map(bitSql).join(" + ")} AS INTEGER)`]),
    // Infinity is after every day, as neverProven is.
    ...(asked.proven ? [`coalesce(event."provenDate", DATE 'infinity')`] : []),
    ...asked.sums.map((name) => `coalesce(event.${quoteIdentifier(name)}, ${name === events.lookup?.as ? -1 : 0})`),
  ];
  const conditions = ['event."date" >= person."begins"', 'event."date" <= person."ends"', ...asked.shared.map(flagSql)];
  return `SELECT ${selected.map((sql, at) => `${sql} AS column_${at}`).join(", ")}
    FROM (${rows}) AS event JOIN ${people} AS person ON person."id" = event."id"
    WHERE ${conditions.join(" AND ")}`;
}

function bitSql(flag: AskedFlag, bit: number): string {
  return `CASE WHEN ${flagSql(flag)} THEN ${2 ** bit} ELSE 0 END`;
}

function flagSql({ name, value }: AskedFlag): string {
  return `${value ? "" : "NOT "}event.${quoteIdentifier(name)}`;
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
      day: columns[next++]!,
      date: columns[next++]!,
      flags: asked.apart.length === 0 ? none : columns[next++]!,
      provenDate: asked.proven ? columns[next++]! : null,
      numbers: asked.sums.map(() => columns[next++]!),
    });
  }
}
