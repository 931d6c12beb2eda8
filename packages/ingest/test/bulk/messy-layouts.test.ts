import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TableSource } from "@likewise/schema";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { planOf } from "../study-folder.ts";
import { given } from "./both-paths.ts";

vi.mock("node:crypto", { spy: true });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "likewise-messy-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const header = "Region,Ref,Event date,Pounds,Note";
const titles = ["Extract of events,,,,", "Printed 01/02/2024"];
/** More than the first and last rows that are looked at in any case. */
const dataRows = 2600;

/** Rows of which the region stands where it changes only. */
function plainRows(): string[] {
  return Array.from({ length: dataRows }, (_, row) => {
    const region = row % 7 === 0 ? `Region ${row % 5}` : "";
    return `${region},E${10_000 + row},${String(1 + (row % 28)).padStart(2, "0")}/03/2021,${row % 90}.50,n${row % 3}`;
  });
}

const pounds = Array.from({ length: dataRows }, (_, row) => (row % 90) + 0.5).reduce((sum, value) => sum + value, 0);

const oddities: Readonly<Record<string, readonly string[]>> = {
  blank: [",,,,"],
  empty: [""],
  blanks: ["", " , ,,,", ""],
  "too few": ["North,E1"],
  "too many": ["North,E1,01/03/2021,4.50,a,more"],
  "too many, blank": [",E2,01/03/2021,4.50,a,,  ,"],
  "header again": [header],
  page: ["Extract of events,,,,", "Printed 03/02/2024", header],
  "new page": ["", "Page 2", header],
  "bad date": [",E3,31/02/2021,4.50,a"],
  "one cell": ["Note: part of the data"],
  accents: [",E4,01/03/2021,4.50,é"],
};
const ends: Readonly<Record<string, readonly string[]>> = {
  none: [],
  note: ["", "Source: the system"],
  count: [`${dataRows} records`],
  total: [`Total,,,${pounds.toFixed(2)},`],
  "total of nothing": ["Total,x,,12.00,y"],
  blanks: ["", "", ",,,,", ""],
  "note over blanks": ["* provisional", ...Array.from({ length: 450 }, () => "")],
  "note under blanks": [...Array.from({ length: 450 }, () => ",,,,"), "Source: the system"],
  everything: [",,,,", `Total,,,${pounds.toFixed(2)},`, "End of report"],
};

async function bothOf(lines: readonly string[], newline: string, source: Partial<TableSource>): Promise<boolean> {
  await writeFile(join(folder, "events.csv"), lines.join(newline) + newline);
  const events: TableSource = {
    files: ["events.csv"],
    dateFormat: "dd/mm/yyyy",
    columns: { event: "Ref", person: "Region", event_date: "Event date", code: "Note" },
    ...source,
  };
  const plan = planOf({ events }, "2024-06-30");
  const byRow = await given(plan, folder, Number.POSITIVE_INFINITY);
  vi.mocked(createHash).mockClear();
  expect(await given(plan, folder, 0)).toEqual(byRow);
  return vi.mocked(createHash).mock.calls.length === 1;
}

describe("a messy file read in bulk or row by row", () => {
  it("gives the same columns, account, issues and rejected rows", { timeout: 240_000 }, async () => {
    let inBulk = 0;
    let runs = 0;
    const messy = fc.record({
      above: fc.constantFrom([], titles, [...titles, ""]),
      odd: fc.array(fc.record({ at: fc.nat(dataRows), kind: fc.constantFrom(...Object.keys(oddities)) }), {
        maxLength: 5,
      }),
      end: fc.constantFrom(...Object.keys(ends)),
      newline: fc.constantFrom("\n", "\n", "\r\n"),
      fill: fc.boolean(),
      keyed: fc.boolean(),
      footerRows: fc.option(fc.nat(3), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(messy, async ({ above, odd, end, newline, fill, keyed, footerRows }) => {
        const rows = plainRows();
        for (const { at, kind } of odd) rows.splice(at, 0, ...oddities[kind]!);
        const lines = [...above, header, ...rows, ...ends[end]!];
        const format = { ...(fill && { fillDown: ["Region"] }), ...(footerRows !== undefined && { footerRows }) };
        const unkeyed = { person: "Region", event_date: "Event date", code: "Note" };
        runs++;
        inBulk += Number(await bothOf(lines, newline, { format, ...(!keyed && { columns: unkeyed }) }));
      }),
      { numRuns: 60 },
    );
    expect(inBulk).toBeGreaterThan(runs / 2);
  });

  it("is read in bulk with a title block, pages, uneven and blank rows, blanks to fill and a total", async () => {
    const rows = plainRows();
    for (const [index, kind] of ["page", "too few", "blanks", "too many", "too many, blank", "bad date"].entries())
      rows.splice(2000 - 100 * index, 0, ...oddities[kind]!);
    rows.push(...Array.from({ length: 500 }, () => ",,,,"));
    const total = `Total,,,${(pounds + 9).toFixed(2)},`;
    const lines = [...titles, "", header, ...rows, "", total, "Source: the system"];
    expect(await bothOf(lines, "\n", { format: { fillDown: ["Region"] } })).toBe(true);
  });
});
