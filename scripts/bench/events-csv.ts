/**
 * A CSV of events as a police system would export it: seeded, about 94 bytes a row, ten events a person. A few cells are
 * wrong on purpose (first row, last row, one in 100,000), so that what is done about them is timed as well.
 */
import { createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomStream } from "../../packages/stats/src/index.ts";

export const eventsHeader =
  "Event ref,Person,Event date,Recorded date,Offence code,Domestic,Crime,Disposal,Proven date,Unit";

/**
 * Writes the file once; later calls with the same size find it.
 *
 * @param layout a messy one has the same rows between what systems print around them: a title block, a page with its title
 *   and the header again every 5,000 rows, blank rows, rows with cells missing, a person named in the first of eight rows, and a
 *   footer
 */
export async function eventsCsv(rows: number, layout: "plain" | "messy" = "plain"): Promise<string> {
  const path = join(tmpdir(), `likewise-bench-${layout === "plain" ? "events" : "messy"}-${rows}.csv`);
  if (existsSync(path) && statSync(path).size > rows * 80) return path;
  const half = `${path}.half`;
  const output = createWriteStream(half, { highWaterMark: 1 << 22 });
  const numbers = randomStream(`bench-events-${rows}`);
  const random = () => numbers.uniform();
  let text = `${layout === "plain" ? "" : `${title}\n`}${eventsHeader}\n`;
  for (let row = 0; row < rows; row++) {
    const line = eventRow(row, rows, random);
    text += layout === "plain" ? `${line}\n` : messyLines(line, row);
    if (text.length > 1 << 20) {
      if (!output.write(text, "latin1")) await new Promise<void>((resolve) => output.once("drain", resolve));
      text = "";
    }
  }
  if (layout === "messy") text += `\n${rows} records\nSource: the system\n`;
  await new Promise<void>((resolve) => output.end(text, "latin1", resolve));
  renameSync(half, path);
  return path;
}

const title = "Extract of events\nPrinted 01/01/2025\n";

/** A row with what a printed report puts around it. */
function messyLines(line: string, row: number): string {
  const own = row % 8 === 0 ? line : line.replace(/,P\d+/, ",");
  const page = row % 5000 === 4999 ? `\nPage ${(row + 1) / 5000}\n${eventsHeader}\n` : "";
  const short = row % 1000 === 999 ? `${line.slice(0, line.indexOf(","))},\n` : "";
  return `${own}\n${short}${page}`;
}

const disposals = ["charge", "conviction", "caution", "community-resolution", "no-further-action"];
const codes = ["8/01", "8/06", "105/01", "66/91", "28/03", "49/10", "149/00", "53/33", "92/30", "195/94"];
const units = ["Northern command unit", "Southern command unit", "Eastern command unit", "Western command unit"];

function eventRow(row: number, rows: number, random: () => number): string {
  const people = Math.max(1, Math.floor(rows / 10));
  const person = 1 + Math.floor(random() * people);
  const day = Math.floor(random() * 3650);
  const recorded = day + Math.floor(random() * 5);
  const disposal = disposals[Math.floor(random() * disposals.length)]!;
  const proven = disposal === "conviction" || disposal === "caution" ? written(recorded + 30) : "";
  const wrong = row === 0 || row === rows - 1 || random() < 1e-5;
  return [
    `E${String(row + 1).padStart(10, "0")}`,
    `P${String(person).padStart(7, "0")}`,
    wrong ? "31/02/2023" : written(day),
    written(recorded),
    codes[Math.floor(random() * codes.length)]!,
    random() < 0.3 ? "Y" : "N",
    random() < 0.9 ? "Yes" : "No",
    disposal,
    proven,
    units[Math.floor(random() * units.length)]!,
  ].join(",");
}

/** dd/mm/yyyy of a day counted from 1 January 2014; looked up, as a file has few different dates. */
const daysWritten: string[] = [];
function written(day: number): string {
  const known = daysWritten[day];
  if (known !== undefined) return known;
  const [year, month, dayOfMonth] = new Date(Date.UTC(2014, 0, 1 + day)).toISOString().slice(0, 10).split("-");
  daysWritten[day] = `${dayOfMonth}/${month}/${year}`;
  return daysWritten[day];
}
