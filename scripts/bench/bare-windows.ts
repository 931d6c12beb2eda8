import { DuckDBInstance } from "@duckdb/node-api";
import type { BenchCohort } from "./cohort.ts";

/**
 * The same two windows as one statement on tables already in the database: no columns in or out, so the ratio shows
 * what our part adds.
 *
 * @returns median milliseconds
 */
export async function bareWindows(
  { anchors, events }: Pick<BenchCohort, "anchors" | "events">,
  medianOf: (job: () => unknown) => Promise<number>,
): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  await fill(connection, "anchors", Array.from(anchors.keys()), anchors);
  await fill(connection, "events", events.unit, events.date);
  const time = await medianOf(() =>
    connection.run(
      `CREATE OR REPLACE TEMP TABLE answer AS
       SELECT a.unit,
         sum(CASE WHEN e.day > CAST(a.day - INTERVAL '24' MONTH AS DATE) AND e.day <= a.day THEN 1 ELSE 0 END) AS before,
         min(CASE WHEN e.day > a.day AND e.day <= CAST(a.day + INTERVAL '12' MONTH AS DATE) THEN e.day - a.day END) AS first
       FROM anchors a LEFT JOIN events e ON e.unit = a.unit GROUP BY a.unit ORDER BY a.unit`,
    ),
  );
  connection.closeSync();
  instance.closeSync();
  return time;
}

type Connection = Awaited<ReturnType<DuckDBInstance["connect"]>>;

async function fill(connection: Connection, table: string, units: ArrayLike<number>, days: Int32Array): Promise<void> {
  await connection.run(`CREATE TABLE ${table} (unit INTEGER, number INTEGER)`);
  const appender = await connection.createAppender(table);
  for (let row = 0; row < days.length; row++) {
    appender.appendInteger(units[row]!);
    appender.appendInteger(days[row]!);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`ALTER TABLE ${table} ADD COLUMN day DATE`);
  await connection.run(`UPDATE ${table} SET day = CAST(DATE '1970-01-01' + number AS DATE)`);
}
