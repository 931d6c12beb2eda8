import { DuckDBInstance } from "@duckdb/node-api";
import type { PopulationFiles } from "./population-files.ts";

/**
 * The same numbers from one statement of bare SQL over the same files, those of people too, which ours has as columns and
 * brings into the database each time. `plain` is how one would write it first; otherwise it is written by somebody who
 * looked at the plan: whole numbers as keys, events counted before they meet people without any.
 *
 * @returns counts, and adds up the answer
 */
export async function barePopulation(
  way: string,
  files: PopulationFiles,
  weights: readonly { readonly code: string; readonly weight: number }[],
): Promise<() => Promise<number>> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1000MB" });
  const connection = await instance.connect();
  const list = (paths: readonly string[]) => `read_parquet([${paths.map((path) => `'${path}'`).join(", ")}])`;
  await connection.run(
    `CREATE VIEW people AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS unit, person, index_date FROM ${list(files.people)}`,
  );
  await connection.run("CREATE TABLE weights (code VARCHAR, half_days INTEGER)");
  await connection.run(
    `INSERT INTO weights VALUES ${weights.map(({ code, weight }) => `('${code}', ${2 * weight})`).join(", ")}`,
  );
  const statement = statements(list(files.events))[way];
  if (statement === undefined) throw new RangeError(`barePopulation: way must be known, got ${way}`);
  return async () => {
    await connection.run(`CREATE OR REPLACE TEMP TABLE answer AS ${statement.sql}`);
    const sums = statement.columns.map((column) => `coalesce(sum(${column}), 0)`).join(" + ");
    return Number((await connection.runAndReadAll(`SELECT CAST(${sums} AS DOUBLE) FROM answer`)).getRows()[0]![0]);
  };
}

function statements(events: string): Readonly<Record<string, { readonly sql: string; readonly columns: string[] }>> {
  const counts = "e.crime AND NOT e.breach AND e.role <> 'victim'";
  const shifted = (months: number) => `CAST(index_date + INTERVAL '${months}' MONTH AS DATE)`;
  const two = `sum(CASE WHEN e.event_date > p.before AND e.event_date <= p.index_date THEN 1 ELSE 0 END) AS prior,
    min(CASE WHEN e.event_date > p.index_date AND e.event_date <= p.after THEN e.event_date - p.index_date END) AS first`;
  const edges = [-24, -18, -12, -6, 0, 6, 12, 18, 24];
  const blocks = edges.slice(1).flatMap((_, block) => {
    const inside = `e.event_date > p.edge_${block} AND e.event_date <= p.edge_${block + 1}`;
    return [
      `sum(CASE WHEN ${inside} THEN 1 ELSE 0 END) AS events_${block}`,
      `sum(CASE WHEN ${inside} THEN w.half_days END) AS harm_${block}`,
    ];
  });
  const people = `(SELECT *, ${shifted(-24)} AS before, ${shifted(12)} AS after FROM people)`;
  return {
    "bare-two-windows": {
      columns: ["prior", "first"],
      sql: `WITH p AS ${people}, counted AS (
          SELECT p.unit, ${two} FROM ${events} e JOIN p ON p.person = e.person
          WHERE ${counts} AND e.event_date > p.before AND e.event_date <= p.after GROUP BY p.unit
        )
        SELECT p.unit, coalesce(prior, 0) AS prior, first FROM p LEFT JOIN counted USING (unit) ORDER BY p.unit`,
    },
    "plain-two-windows": {
      columns: ["prior", "first"],
      sql: `SELECT p.person, ${two} FROM ${people} p LEFT JOIN ${events} e ON e.person = p.person AND ${counts}
        GROUP BY p.person ORDER BY p.person`,
    },
    "bare-blocks-with-harm": {
      columns: edges.slice(1).flatMap((_, block) => [`events_${block}`, `harm_${block}`]),
      sql: `WITH p AS (SELECT *, ${edges.map((months, edge) => `${shifted(months)} AS edge_${edge}`).join(", ")} FROM people)
        SELECT p.unit, ${blocks.join(", ")}
        FROM ${events} e JOIN p ON p.person = e.person LEFT JOIN weights w ON w.code = e.code
        WHERE ${counts} AND e.event_date > p.edge_0 AND e.event_date <= p.edge_8 GROUP BY p.unit ORDER BY p.unit`,
    },
  };
}
