import type { Columns, WindowDefinition } from "@likewise/schema";
import { anchorsTable } from "./anchors-table.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { queryColumns } from "./read-columns.ts";
import { windowSql } from "./window-sql.ts";
import { withWorkingTables } from "./working-tables.ts";

/** A window and the name its results go by. */
export interface NamedWindow {
  readonly as: string;
  readonly window: WindowDefinition;
}

/**
 * The edges of windows for many anchors, worked out in SQL by the arithmetic that counts events; the same days as
 * `windowEdges` gives in TypeScript.
 *
 * @param anchors integer `unit` and `date`, one row per unit
 * @returns `unit` and for each window the dates `<as> after`, `<as> upTo` and, for a window that has one,
 *   `<as> provenBy`; ordered by unit, missing where the anchor's date is
 * @throws RangeError when a unit is missing or stands twice
 * @example
 * const engine = await openEngine({ threads: 1 });
 * const window = { id: "recorded-1m", side: "after", from: { months: 0 }, to: { months: 1 }, provenBy: null };
 * const unit = { type: "integer", values: Int32Array.of(0), valid: null };
 * const date = { type: "date", values: Int32Array.of(30), latest: null, valid: null };
 * const anchors = { numRows: 1, columns: { unit, date } };
 * const edges = await windowEdgeDays(engine, { anchors, windows: [{ as: "month", window }] });
 * edges.columns["month upTo"].values; // [58]
 * await closeEngine(engine);
 */
export async function windowEdgeDays(
  engine: Engine,
  { anchors, windows }: { readonly anchors: Columns; readonly windows: readonly NamedWindow[] },
): Promise<Columns> {
  const edges = windows.flatMap(({ as, window }) =>
    Object.entries(windowSql(window, '"date"'))
      .filter(([, sql]) => sql !== null)
      .map(([edge, sql]) => `${sql} AS ${quoteIdentifier(`${as} ${edge}`)}`),
  );
  return withWorkingTables(engine, { anchors: anchorsTable("windowEdgeDays", anchors) }, (tables) =>
    queryColumns(engine, `SELECT ${['"unit"', ...edges].join(", ")} FROM ${tables.anchors} ORDER BY "unit"`),
  );
}
