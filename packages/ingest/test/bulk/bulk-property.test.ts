import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StudyPlan } from "@likewise/schema";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bulkReadings, given } from "./both-paths.ts";

vi.mock("node:fs", { spy: true });

const runs = 200;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "likewise-bulk-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const wide = fc.constantFrom(
  "",
  "",
  " ",
  "N/K",
  "é",
  "x,y",
  'say "no"',
  "two\nlines",
  "caution and conditions",
  "Â£",
  "-",
);
const cell = (...usual: string[]) =>
  fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: wide });
const row = fc.record({
  event: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 9999 }).map((id) => `E${id}`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("E1", " E1", "E1 ", "1.2E+11", "N/K", "na", "", "long-reference-2024/0001"),
    },
  ),
  person: cell("p1", "p2", "p3", "unknown person 77"),
  date: cell("01/02/2020", "1/2/2020", "31/01/2021", "30/02/2020", "01/02/2020 10:20", "01/01/1900"),
  recorded: cell("02/02/2021", "05/05/2022", ""),
  domestic: cell("Y", "N", "yes", ""),
  disposal: cell("caution", "Caution", "community-resolution", "no-further-action", "conviction"),
  note: cell("a", "b"),
});
const shape = fc.record({
  newline: fc.constantFrom("\n", "\n", "\r\n"),
  delimiter: fc.constantFrom(",", ",", ";", "\t"),
  quoted: fc.constantFrom("never", "needed", "needed", "always"),
  mark: fc.boolean(),
  lastBreak: fc.boolean(),
  /** What else a line may be: broken rows, the header again, a blank line. */
  extra: fc.array(
    fc.record({
      at: fc.nat(),
      line: fc.constantFrom("", ",,,,,,", ";;;;;;", "E9,p1", "header", 'E8,"p1"x,,,,,', "E7,p2,01/02/2020,,,,,"),
    }),
    { maxLength: 1 },
  ),
  keyed: fc.boolean(),
});
const header = ["Ref", "Person", "Event date", "Recorded date", "Domestic", "Disposal", "Code"];

describe("read in bulk or row by row", () => {
  it("a file gives the same columns, account, issues and rejected rows", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), shape, async (rows, form) => {
        const lines = rows.map((cells) =>
          Object.values(cells)
            .map((text) => written(text, form))
            .join(form.delimiter),
        );
        const headerLine = header.join(form.delimiter);
        if (rows.length % 3 === 0) {
          for (const { at, line } of form.extra)
            lines.splice(at % (lines.length + 1), 0, line === "header" ? headerLine : line);
        }
        const text = [headerLine, ...lines].join(form.newline) + (form.lastBreak ? form.newline : "");
        await writeFile(join(folder, "people.csv"), "id,site\np1,a\np2,b\np3,a\n");
        await writeFile(join(folder, "events.csv"), (form.mark ? "\ufeff" : "") + text);
        const byRow = await given(plan(form.keyed), folder, Number.POSITIVE_INFINITY);
        expect(await given(plan(form.keyed), folder, 0)).toEqual(byRow);
        // A thread takes longer to come up than the file to be read.
        if (rows.length % 5 === 0) expect(await given(plan(form.keyed), folder, 0, 2)).toEqual(byRow);
      }),
      { numRuns: runs },
    );
    // Both tables of most files; the others are those that only the row path may read.
    expect(bulkReadings()).toBeGreaterThan(runs);
  });
});

function written(text: string, { quoted, delimiter }: { quoted: string; delimiter: string }): string {
  const needed = /["\n]/.test(text) || text.includes(delimiter);
  const quotes = quoted === "always" || (quoted === "needed" && needed);
  return quotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function plan(keyed: boolean): StudyPlan {
  const columns = {
    ...(keyed ? { event: { column: "Ref", missing: ["N/K"], values: { E5: "E6" } } } : {}),
    person: "Person",
    event_date: "Event date",
    recorded_date: "Recorded date",
    domestic: "Domestic",
    disposal: "Disposal",
    code: "Code",
  };
  return {
    data: {
      asAt: "2022-01-01",
      tables: {
        people: { files: ["people.csv"], columns: { person: "id" } },
        events: { files: ["events.csv"], columns, dateFormat: "dd/mm/yyyy" },
      },
    },
  } as unknown as StudyPlan;
}
