import { type Columns, columnsOf, datesOf, integersOf, isPresent } from "@likewise/schema";
import { anchorsTable } from "./anchors-table.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { queryColumns } from "./read-columns.ts";
import type { NamedWindow } from "./window-edge-days.ts";
import { windowSql } from "./window-sql.ts";
import { withWorkingTables } from "./working-tables.ts";

/**
 * Days of a window that fall inside any of a unit's spells (custody, an order): the union of the spells is taken first,
 * so that a day in two of them counts once.
 *
 * A window is (after, upTo]; a spell holds its first and its last day.
 *
 * @param anchors integer `unit` and `date`, one row per unit
 * @param spells  integer `unit`, dates `from` and `to`; a missing `to` means still open and runs to `asAt`
 * @param windows names in `as` must differ
 * @param asAt    last day anything is known of, whole days since 1970-01-01; needed when a spell is open
 * @returns `unit` and one integer column per window, ordered by unit: whole days, 0 without a spell, missing where the
 *   anchor's date is
 * @throws RangeError when a spell has no `from`, ends before it begins, or is open without `asAt`
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const unit = { type: "integer", values: Int32Array.of(4), valid: null };
 * const on = (day) => ({ type: "date", values: Int32Array.of(day), latest: null, valid: null });
 * const anchors = { numRows: 1, columns: { unit, date: on(19782) } };
 * const spells = { numRows: 1, columns: { unit, from: on(19780), to: on(19790) } };
 * const window = { id: "recorded-1m", side: "after", from: { months: 0 }, to: { months: 1 }, provenBy: null };
 * const days = await overlapDays(engine, { anchors, spells, windows: [{ as: "custody", window }] });
 * days.columns.custody.values; // [8]
 * await closeEngine(engine);
 */
export async function overlapDays(
  engine: Engine,
  {
    anchors,
    spells,
    windows,
    asAt = null,
  }: {
    readonly anchors: Columns;
    readonly spells: Columns;
    readonly windows: readonly NamedWindow[];
    readonly asAt?: number | null;
  },
): Promise<Columns> {
  const tables = { anchors: anchorsTable("overlapDays", anchors), spells: closedSpells(spells, asAt) };
  const edges = windows.flatMap(({ window }, index) => {
    const { after, upTo } = windowSql(window, '"date"');
    return [`${after} AS after_${index}`, `${upTo} AS up_to_${index}`];
  });
  const results = windows.map(({ as }, index) => `${overlapSql(index)} AS ${quoteIdentifier(as)}`);
  return withWorkingTables(engine, tables, (name) =>
    queryColumns(
      engine,
      `WITH reached AS (
         SELECT "unit", "from", "to",
           max("to") OVER (PARTITION BY "unit" ORDER BY "from", "to" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
         FROM ${name.spells}
       ), numbered AS (
         SELECT "unit", "from", "to",
           sum(CASE WHEN reach IS NULL OR "from" > reach THEN 1 ELSE 0 END)
             OVER (PARTITION BY "unit" ORDER BY "from", "to" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS island
         FROM reached
       ), island AS (
         SELECT "unit", min("from") AS first_day, max("to") AS last_day FROM numbered GROUP BY "unit", island
       ), edge AS (
         SELECT ${['"unit"', '"date" AS anchor', ...edges].join(", ")} FROM ${name.anchors}
       )
       SELECT ${["edge.unit", ...results].join(", ")}
       FROM edge LEFT JOIN island ON island."unit" = edge.unit
       GROUP BY edge.unit
       ORDER BY edge.unit`,
    ),
  );
}

function overlapSql(index: number): string {
  const [after, upTo] = [`edge.after_${index}`, `edge.up_to_${index}`];
  const inside = `island.first_day <= ${upTo} AND island.last_day > ${after}`;
  const lastDay = `CASE WHEN island.last_day < ${upTo} THEN island.last_day ELSE ${upTo} END`;
  const dayBeforeFirst = `CASE WHEN island.first_day > ${after} THEN CAST(island.first_day - INTERVAL '1' DAY AS DATE) ELSE ${after} END`;
  const days = `sum(CASE WHEN ${inside} THEN (${lastDay}) - (${dayBeforeFirst}) ELSE 0 END)`;
  return `CAST(CASE WHEN min(edge.anchor) IS NULL THEN NULL ELSE ${days} END AS INTEGER)`;
}

/** Open spells closed on `asAt`; those that begin later are not known of yet and are left out. */
function closedSpells(spells: Columns, asAt: number | null): Columns {
  const [unit, from, to] = [integersOf(spells, "unit"), datesOf(spells, "from"), datesOf(spells, "to")];
  const rows: { unit: number; from: number; to: number }[] = [];
  for (let row = 0; row < spells.numRows; row++) {
    if (!isPresent(unit, row) || !isPresent(from, row)) {
      throw new RangeError(`overlapDays: every spell must have a unit and a first day, got none in row ${row}`);
    }
    const open = !isPresent(to, row);
    if (open && asAt === null) {
      throw new RangeError(`overlapDays: asAt must be given (days since 1970-01-01), got an open spell in row ${row}`);
    }
    const last = open ? asAt! : to.values[row]!;
    if (!open && last < from.values[row]!) {
      throw new RangeError(`overlapDays: a spell must not end before it begins, got one that does in row ${row}`);
    }
    if (last >= from.values[row]!) rows.push({ unit: unit.values[row]!, from: from.values[row]!, to: last });
  }
  return columnsOf({
    unit: { type: "integer", values: Int32Array.from(rows, (row) => row.unit), valid: null },
    from: { type: "date", values: Int32Array.from(rows, (row) => row.from), latest: null, valid: null },
    to: { type: "date", values: Int32Array.from(rows, (row) => row.to), latest: null, valid: null },
  });
}
