import { type Columns, columnsOf, dateColumn, datesOf, integerColumn, integersOf, isPresent } from "@likewise/schema";
import type { AskedFlag, AskedOfEvents } from "./asked-of-events.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { countableRowsSql, type RowLookup, type RowsOfUnits, requireDates, unitsTable } from "./rows-of-units.ts";
import { withIds } from "./stored-ids.ts";
import type { UnitsInOrder } from "./units-in-order.ts";
import { type Reach, reachOf, type WindowByDay } from "./windows-by-day.ts";
import { withWorkingTables } from "./working-tables.ts";

/** A question to the rows of a stored table. */
export interface StoredQuestion {
  readonly units: UnitsInOrder;
  readonly events: RowsOfUnits;
  /** At least one. */
  readonly windows: readonly WindowByDay[];
  readonly asked: AskedOfEvents;
}

/**
 * Hands the rows that can count for a unit to `use`, as SQL: `place` and `day` of the unit, `date`, `flags` (a bit for each)
 * where requests differ in them, `provenDate` where one asks, and `sum 0` … in the order asked. People stand on the right of
 * the join, and so in memory; rows pass by.
 */
export async function withRowsInReach<Result>(
  engine: Engine,
  { units, events, windows, asked }: StoredQuestion,
  use: (sql: string) => Promise<Result>,
): Promise<Result> {
  if (asked.proven) requireDates(events, "provenDate");
  const { lookup } = events;
  const lines = lookup !== undefined && asked.sums.includes(lookup.as) ? { lines: linesTable(lookup) } : {};
  const days = daysInReach(units, events, reachOf(windows, units.days));
  return withIds(engine, events, (ids) =>
    withWorkingTables<string, Result>(engine, { days, ...lines }, (name) => {
      const flags = [...asked.shared, ...asked.apart].map((flag) => flag.name);
      const wanted = [...flags, ...(asked.proven ? ["provenDate"] : []), ...asked.sums];
      const rows = countableRowsSql(events, wanted, name.lines ?? null);
      const people = `(SELECT "id", "place", "day", "begins", "ends" FROM ${ids} JOIN ${name.days} USING ("unit"))`;
      return use(inReachSql(rows, people, events, asked));
    }),
  );
}

/**
 * First and last day on which a row of a unit is of account, observed and in some window, beside its place and anchor day, for
 * units that have an anchor day and were observed.
 */
function daysInReach({ dayOf, placeOf }: UnitsInOrder, events: RowsOfUnits, { first, last }: Reach): Columns {
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
    'person."place" AS "place"',
    'person."day" AS "day"',
    'event."date" AS "date"',
    ...(asked.apart.length === 0 ? [] : [`CAST(${asked.apart.map(bitSql).join(" + ")} AS INTEGER) AS "flags"`]),
    // Infinity is after every day, as neverProven is.
    ...(asked.proven ? [`coalesce(event."provenDate", DATE 'infinity') AS "provenDate"`] : []),
    ...asked.sums.map((name, at) => {
      const missing = name === events.lookup?.as ? -1 : 0;
      return `coalesce(event.${quoteIdentifier(name)}, ${missing}) AS "sum ${at}"`;
    }),
  ];
  const conditions = ['event."date" >= person."begins"', 'event."date" <= person."ends"', ...asked.shared.map(flagSql)];
  return `SELECT ${selected.join(", ")}
    FROM (${rows}) AS event JOIN ${people} AS person ON person."id" = event."id"
    WHERE ${conditions.join(" AND ")}`;
}

function bitSql(flag: AskedFlag, bit: number): string {
  return `CASE WHEN ${flagSql(flag)} THEN ${2 ** bit} ELSE 0 END`;
}

function flagSql({ name, value }: AskedFlag): string {
  return `${value ? "" : "NOT "}event.${quoteIdentifier(name)}`;
}
