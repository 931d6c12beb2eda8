/**
 * Validates a file of events into columns, as a study would, in a process of its own so that its memory can be told. Run
 * by itself: tsx --conditions=source ingest-events.ts FILE bulk|rows THREADS [fill]; prints seconds, those of the processor,
 * resident megabytes, rows and rows rejected as JSON. Two threads need the package built (tsc -b).
 */
import { basename, dirname } from "node:path";
import { ingestStudy } from "../../packages/ingest/src/index.ts";
import type { StudyPlan } from "../../packages/schema/src/index.ts";

const [file, path, threads, fill] = process.argv.slice(2) as [string, "bulk" | "rows", string, string?];
const events = {
  files: [basename(file)],
  ...(fill === "fill" && { format: { fillDown: ["Person"] } }),
  dateFormat: "dd/mm/yyyy",
  columns: {
    event: "Event ref",
    person: "Person",
    event_date: "Event date",
    recorded_date: "Recorded date",
    code: "Offence code",
    domestic: "Domestic",
    crime: "Crime",
    disposal: "Disposal",
    proven_date: "Proven date",
  },
};
const plan = { version: 1, title: "Events", data: { asAt: "2024-12-31", tables: { events } } } as unknown as StudyPlan;
const started = performance.now();
const before = process.cpuUsage();
const { accounts } = await ingestStudy({
  plan,
  folder: dirname(file),
  threads: Number(threads),
  ...(path === "rows" && { bulkFrom: Number.POSITIVE_INFINITY }),
});
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const processorSeconds = (user + system) / 1e6;
const [{ rowsIn: rows, rowsRejected: badDates }] = accounts as [(typeof accounts)[number]];
console.log(
  JSON.stringify({ seconds, processorSeconds, residentMb: process.resourceUsage().maxRSS / 1024, rows, badDates }),
);
