import { DuckDBInstance } from "@duckdb/node-api";
import type { PopulationFiles } from "./population-files.ts";

/** Way of bare SQL: a statement of whole numbers, `unit` first, one row for a person or fewer. */
interface Statement {
  readonly sql: string;
  readonly columns: readonly string[];
}

/**
 * The same numbers from one statement of bare SQL over the same files, in the same form: an array a number with a place
 * for every person, filled from the result's own arrays. People are brought into the database once, before. `plain` is how
 * one would write it first; otherwise it is written by somebody who looked at the plan: whole numbers as keys, events
 * counted without people who have none, no order where every row says whose it is.
 *
 * @returns counts, and adds up the answer
 */
export async function barePopulation(
  way: string,
  people: number,
  files: PopulationFiles,
  weights: readonly { readonly code: string; readonly weight: number }[],
): Promise<() => Promise<number>> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1000MB" });
  const connection = await instance.connect();
  const list = (paths: readonly string[]) => `read_parquet([${paths.map((path) => `'${path}'`).join(", ")}])`;
  await connection.run(
    `CREATE TABLE people AS SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS unit, person, index_date FROM ${list(files.people)}`,
  );
  await connection.run("CREATE TABLE weights (code VARCHAR, half_days INTEGER)");
  await connection.run(
    `INSERT INTO weights VALUES ${weights.map(({ code, weight }) => `('${code}', ${2 * weight})`).join(", ")}`,
  );
  const statement = statements(list(files.events))[way];
  if (statement === undefined) throw new RangeError(`barePopulation: way must be known, got ${way}`);
  const { sql, columns } = statement;
  const whole = columns.map((column) => `CAST(coalesce(${column}, 0) AS INTEGER)`);
  return async () => {
    const numbers = columns.map(() => new Int32Array(people));
    const result = await connection.run(`SELECT unit, ${whole.join(", ")} FROM (${sql})`);
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; ) {
      const { rowCount } = chunk;
      const unit = itemsOf(chunk.getColumnVector(0));
      for (const [at, number] of numbers.entries()) {
        const items = itemsOf(chunk.getColumnVector(at + 1));
        for (let row = 0; row < rowCount; row++) number[unit[row]!] = items[row]!;
      }
      chunk = await result.fetchChunk();
    }
    return numbers.reduce((total, number) => number.reduce((sum, one) => sum + one, total), 0);
  };
}

/** The array of a vector, which the driver keeps private: cell by cell takes some fifty times as long. */
function itemsOf(vector: unknown): Int32Array {
  return (vector as { readonly items: Int32Array }).items;
}

function statements(events: string): Readonly<Record<string, Statement>> {
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
      sql: `SELECT p.unit, ${two} FROM ${events} e JOIN ${people} p ON p.person = e.person
        WHERE ${counts} AND e.event_date > p.before AND e.event_date <= p.after GROUP BY p.unit`,
    },
    "plain-two-windows": {
      columns: ["prior", "first"],
      sql: `SELECT p.unit, p.person, ${two} FROM ${people} p LEFT JOIN ${events} e ON e.person = p.person AND ${counts}
        GROUP BY p.unit, p.person ORDER BY p.person`,
    },
    "bare-blocks-with-harm": {
      columns: edges.slice(1).flatMap((_, block) => [`events_${block}`, `harm_${block}`]),
      sql: `WITH p AS (SELECT *, ${edges.map((months, edge) => `${shifted(months)} AS edge_${edge}`).join(", ")} FROM people)
        SELECT p.unit, ${blocks.join(", ")}
        FROM ${events} e JOIN p ON p.person = e.person LEFT JOIN weights w ON w.code = e.code
        WHERE ${counts} AND e.event_date > p.edge_0 AND e.event_date <= p.edge_8 GROUP BY p.unit`,
    },
  };
}
