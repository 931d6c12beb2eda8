import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { privateFolder } from "./private-folder.ts";

/** How much of the machine the embedded database may use; none of it changes a result. */
export interface EngineOptions {
  /** Threads, at least 1; default: as many as the machine has. */
  readonly threads?: number;
  /** Memory in gigabytes before it spills to disk; default 2. */
  readonly memoryGb?: number;
  /**
   * Folder for spilled rows, which are personal data; default: a new private one, removed by `closeEngine` or, after a
   * kill, by the next engine that is opened.
   */
  readonly tempDirectory?: string;
}

/** An open database in memory. Its parts are for this package; elsewhere it is only passed on. */
export interface Engine {
  readonly duckdb: typeof import("@duckdb/node-api");
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  readonly threads: number;
  /** The spill folder when the engine made it. */
  readonly ownTempDirectory: string | null;
  /** Names of working tables never repeat. */
  readonly tablesMade: { count: number };
}

/**
 * Opens the embedded database. It is loaded here and not at import, because loading takes a fifth of a second.
 *
 * Nothing is downloaded (no extension is installed or loaded by itself) and insertion order is kept, so that the same
 * input gives the same bytes.
 *
 * @throws RangeError when threads is not a whole number from 1, or memoryGb is not above 0
 * @example
 * const engine = await openEngine({ threads: 2, memoryGb: 1 });
 * engine.threads; // 2
 * await closeEngine(engine);
 */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const threads = options.threads ?? availableParallelism();
  const memoryGb = options.memoryGb ?? 2;
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`openEngine: threads must be a whole number from 1, got ${threads}`);
  }
  if (!(memoryGb > 0) || !Number.isFinite(memoryGb)) {
    throw new RangeError(`openEngine: memoryGb must be above 0 (gigabytes), got ${memoryGb}`);
  }
  const ownTempDirectory = options.tempDirectory === undefined ? await privateFolder() : null;
  const duckdb = await import("@duckdb/node-api");
  const instance = await duckdb.DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${Math.round(memoryGb * 1000)}MB`,
    temp_directory: options.tempDirectory ?? ownTempDirectory!,
    preserve_insertion_order: "true",
    // What it guesses of how many rows a filter leaves made it hold millions of events and pass the people by. Joins are
    // written with what is to be held on the right.
    disabled_optimizers: "build_side_probe_side",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const connection = await instance.connect();
  // Rows on their way to us wait here. In the one megabyte it has by itself, threads wait for us more than they work.
  await connection.run("SET streaming_buffer_size = '64MB'");
  return { duckdb, instance, connection, threads, ownTempDirectory, tablesMade: { count: 0 } };
}

/**
 * Closes the database and removes what it spilled.
 *
 * @example
 * const engine = await openEngine({ threads: 1 });
 * await closeEngine(engine);
 * await readColumns(engine, "events", ["unit"]).catch(() => "closed"); // "closed"
 */
export async function closeEngine(engine: Engine): Promise<void> {
  engine.connection.closeSync();
  engine.instance.closeSync();
  if (engine.ownTempDirectory !== null) await rm(engine.ownTempDirectory, { recursive: true, force: true });
}
