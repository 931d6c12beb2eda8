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

/** Writes the file once; later calls with the same size find it. */
export async function eventsCsv(rows: number): Promise<string> {
  const path = join(tmpdir(), `likewise-bench-events-${rows}.csv`);
  if (existsSync(path) && statSync(path).size > rows * 80) return path;
  const half = `${path}.half`;
  const output = createWriteStream(half, { highWaterMark: 1 << 22 });
  const numbers = randomStream(`bench-events-${rows}`);
  const random = () => numbers.uniform();
  let text = `${eventsHeader}\n`;
  for (let row = 0; row < rows; row++) {
    text += `${eventRow(row, rows, random)}\n`;
    if (text.length > 1 << 20) {
      if (!output.write(text, "latin1")) await new Promise<void>((resolve) => output.once("drain", resolve));
      text = "";
    }
  }
  await new Promise<void>((resolve) => output.end(text, "latin1", resolve));
  renameSync(half, path);
  return path;
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
