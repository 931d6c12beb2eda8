import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeEngine, openEngine, writeParquet } from "../../packages/engine/src/index.ts";
import type { Columns } from "../../packages/schema/src/index.ts";
import { simulatePopulation } from "../../packages/simulate/src/index.ts";

/** Parquet files of a simulated population, in order. */
export interface PopulationFiles {
  readonly people: readonly string[];
  readonly events: readonly string[];
  readonly record: readonly [first: number, last: number];
}

/** Writes a population part by part; later calls with the same size find it in the folder for temporary files. */
export async function populationFiles(people: number, events: number): Promise<PopulationFiles> {
  const population = simulatePopulation({ seed: 1, people, events });
  const folder = join(tmpdir(), `likewise-bench-population-${people}-${events}`);
  if (!existsSync(folder)) {
    const half = `${folder}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half);
    await writeParts(half, "people", population.people());
    await writeParts(half, "events", population.events());
    renameSync(half, folder);
  }
  const named = (table: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(table))
      .sort()
      .map((name) => join(folder, name));
  return { people: named("people"), events: named("events"), record: population.record };
}

async function writeParts(folder: string, table: string, parts: Iterable<Columns>): Promise<void> {
  const engine = await openEngine({ threads: 2, memoryGb: 1 });
  try {
    let part = 0;
    for (const columns of parts) {
      await writeParquet(engine, columns, join(folder, `${table}-${String(part++).padStart(4, "0")}.parquet`));
    }
  } finally {
    await closeEngine(engine);
  }
}
