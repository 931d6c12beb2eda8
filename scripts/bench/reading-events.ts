import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { eventsCsv } from "./events-csv.ts";

/** One way of reading the events, in a process of its own: the median of its times, and the most memory it held. */
export interface Reading {
  readonly seconds: number;
  /** Of the processor, over all threads. */
  readonly processorSeconds: number;
  readonly residentMb: number;
}

/**
 * Reads a file of events in bulk on two threads and on one, row by row, and with bare DuckDB, one after the other in turn, so that what else the
 * machine does falls on all of them.
 *
 * @param rows    of the file, which is made on the first call
 * @param byRow   whether the file is read row by row too
 * @param repeats how often each is run
 * @throws Error when they do not count the same rows and the same bad dates
 */
export async function readingEvents(rows: number, byRow: boolean, repeats: number): Promise<Readings> {
  const file = await eventsCsv(rows);
  const messyFile = await eventsCsv(rows, "messy");
  const runs = { bare: [] as Printed[], bulk: [] as Printed[], alone: [] as Printed[], rows: [] as Printed[] };
  const messyRuns = { messy: [] as Printed[], messyRows: [] as Printed[] };
  for (let repeat = 0; repeat < repeats; repeat++) {
    runs.bare.push(inProcess("bare-events.ts", file));
    runs.bulk.push(inProcess("ingest-events.ts", file, "bulk", "2"));
    runs.alone.push(inProcess("ingest-events.ts", file, "bulk", "1"));
    messyRuns.messy.push(inProcess("ingest-events.ts", messyFile, "bulk", "2", "fill"));
    if (!byRow) continue;
    runs.rows.push(inProcess("ingest-events.ts", file, "rows", "1"));
    messyRuns.messyRows.push(inProcess("ingest-events.ts", messyFile, "rows", "1", "fill"));
  }
  requireSame(Object.values(runs).flat());
  requireSame(Object.values(messyRuns).flat());
  return {
    bare: median(runs.bare),
    bulk: median(runs.bulk),
    alone: median(runs.alone),
    rows: byRow ? median(runs.rows) : null,
    messy: median(messyRuns.messy),
    messyRows: byRow ? median(messyRuns.messyRows) : null,
  };
}

/** By the way it is read; null where it is not read so. */
export type Readings = Readonly<Record<"bare" | "bulk" | "alone" | "messy", Reading>> &
  Readonly<Record<"rows" | "messyRows", Reading | null>>;

function requireSame(runs: readonly Printed[]): void {
  const found = new Set(runs.map((run) => `${run.rows} ${run.badDates}`));
  if (found.size !== 1) throw new Error(`readingEvents: all must find the same, got ${[...found].join(", ")}`);
}

interface Printed extends Reading {
  readonly rows: number;
  readonly badDates: number;
}

function inProcess(script: string, ...args: readonly string[]): Printed {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const node = ["--import", "tsx", "--conditions=source", path, ...args];
  return JSON.parse(execFileSync(process.execPath, node, { encoding: "utf8" })) as Printed;
}

function median(runs: readonly Printed[]): Reading {
  const middle = (of: (run: Printed) => number) => runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
  return {
    seconds: middle((run) => run.seconds),
    processorSeconds: middle((run) => run.processorSeconds),
    residentMb: Math.max(...runs.map((run) => run.residentMb)),
  };
}
