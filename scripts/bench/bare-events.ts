/**
 * What bare DuckDB takes to read the same text and cast it, on two threads: every column as text, `try_cast` into a typed
 * table, and the texts counted whose cast is null. It looks for no repeated key, order of dates, identifier or hash of the
 * file, all of which ours does in its time. Run by itself: tsx bare-events.ts FILE; prints seconds, those of the processor,
 * resident megabytes, rows and bad dates as JSON.
 */
import { DuckDBInstance } from "@duckdb/node-api";
import { eventsHeader } from "./events-csv.ts";

const file = process.argv[2]!;
const started = performance.now();
const before = process.cpuUsage();
const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1500MB" });
const connection = await instance.connect();
const names = eventsHeader.split(",").map((name) => `"${name}"`);
const columns = eventsHeader.split(",").map((name) => `'${name}': 'VARCHAR'`);
const dates = ['"Event date"', '"Recorded date"', '"Proven date"'];
const yesNo = ['"Domestic"', '"Crime"'];
const casts = names
  .filter((name) => name !== '"Unit"')
  .map((name) => {
    if (dates.includes(name)) return `CAST(try_strptime(${name}, '%d/%m/%Y') AS DATE) AS ${name}`;
    return yesNo.includes(name) ? `try_cast(${name} AS BOOLEAN) AS ${name}` : name;
  });
const bad = dates.map((name) => `(${name} IS NOT NULL AND try_strptime(${name}, '%d/%m/%Y') IS NULL)`);
await connection.run(
  `CREATE TABLE typed AS SELECT ${casts.join(", ")}, ${bad.join(" OR ")} AS bad
   FROM read_csv('${file}', auto_detect = false, header = true, delim = ',', quote = '"', columns = {${columns.join(", ")}})`,
);
const counted = await connection.runAndReadAll("SELECT count(*), count(*) FILTER (bad) FROM typed");
const [rows, badDates] = counted.getRows()[0]!.map(Number);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
const processorSeconds = (user + system) / 1e6;
console.log(
  JSON.stringify({ seconds, processorSeconds, residentMb: process.resourceUsage().maxRSS / 1024, rows, badDates }),
);
