import { type ColumnData, type Columns, columnsOf, dateColumn, integerColumn } from "@likewise/schema";
import { bitsOf } from "./asked-of-events.ts";
import type { Engine } from "./open-engine.ts";
import { quoteIdentifier } from "./quote-identifier.ts";
import { type StoredQuestion, withRowsInReach } from "./rows-in-reach.ts";
import { vectorMemory } from "./vector-memory.ts";
import type { WindowRequest } from "./window-aggregates.ts";
import { type GroupedMeasure, measureOf } from "./window-measures.ts";
import type { WindowByDay } from "./windows-by-day.ts";
import { withWorkingTables } from "./working-tables.ts";

/**
 * Most numbers a person that the database puts together. Of a million people with ten events each, beside tallies in arrays,
 * two took a fifth less time and eight three tenths less; with more it was not tried.
 */
const mostGrouped = 8;

/** Whether the database may as well make one row a person: a few counts and days, and no sums. */
export function areGrouped(requests: readonly WindowRequest[]): boolean {
  return requests.length <= mostGrouped && requests.every((request) => measureOf(request).grouped !== null);
}

/**
 * Rows of a stored table that can count for a unit, put together by person in the database, which hands over one row for each
 * who has any. Edges of windows are the days that tallies have; only whole numbers and days are put together.
 *
 * @returns by the name of each request, in order of units
 */
export async function groupedRows(engine: Engine, question: StoredQuestion): Promise<Record<string, ColumnData>> {
  const { units, windows } = question;
  const measures = windows.flatMap((window, at) =>
    window.requests.map((request) => {
      const { none, sql, column } = groupedOf(request);
      const found = new Int32Array(units.unit.length).fill(none);
      return { as: request.as, sql: sql(insideSql(window, at, request, question)), found, column };
    }),
  );
  await withRowsInReach(engine, question, (rows) =>
    withWorkingTables(engine, { edges: edgesTable(windows, units.days) }, async ({ edges }) => {
      const selected = measures.map(({ sql }, at) => `${sql} AS measure_${at}`).join(", ");
      const result = await engine.connection.run(
        `SELECT "place", ${selected} FROM (${rows}) JOIN ${edges} USING ("day") GROUP BY "place"`,
      );
      for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
        // Asked of the database each time.
        const { rowCount } = chunk;
        if (rowCount === 0) break;
        const place = vectorMemory(chunk.getColumnVector(0)).items as Int32Array;
        for (const [at, { found }] of measures.entries()) {
          const values = vectorMemory(chunk.getColumnVector(at + 1)).items as Int32Array;
          for (let row = 0; row < rowCount; row++) found[place[row]!] = values[row]!;
        }
      }
    }),
  );
  return Object.fromEntries(measures.map(({ as, found, column }) => [as, column(found, units)]));
}

function groupedOf(request: WindowRequest): GroupedMeasure {
  const { grouped } = measureOf(request);
  if (grouped === null) throw new RangeError(`groupedRows: ${request.as} must not be a sum, got one`);
  return grouped;
}

/** The edges of each window by anchor day. */
function edgesTable(windows: readonly WindowByDay[], days: Int32Array): Columns {
  return columnsOf({
    day: integerColumn(Int32Array.from(days.keys())),
    ...Object.fromEntries(
      windows.flatMap(({ edges: { after, upTo, provenBy } }, at) => [
        [`after ${at}`, dateColumn(after)],
        [`upTo ${at}`, dateColumn(upTo)],
        ...(provenBy === null ? [] : [[`provenBy ${at}`, dateColumn(provenBy)]]),
      ]),
    ),
  });
}

function insideSql({ edges }: WindowByDay, at: number, { where }: WindowRequest, { asked }: StoredQuestion): string {
  const edge = (name: string) => quoteIdentifier(`${name} ${at}`);
  const bits = bitsOf(asked, where);
  return [
    `"date" > ${edge("after")}`,
    `"date" <= ${edge("upTo")}`,
    ...(edges.provenBy === null ? [] : [`"provenDate" <= ${edge("provenBy")}`]),
    ...(bits === 0 ? [] : [`("flags" & ${bits}) = ${bits}`]),
  ].join(" AND ");
}
