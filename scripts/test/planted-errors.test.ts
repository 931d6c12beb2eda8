import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ingestStudy } from "../../packages/ingest/src/index.ts";
import { type Columns, columnsOf, exact, rowsWhere, takeRows } from "../../packages/schema/src/index.ts";
import {
  cleanExtracts,
  type ExtractFile,
  messyExtracts,
  simulateProgramme,
} from "../../packages/simulate/src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "likewise-planted-"));
afterAll(() => rmSync(folder, { recursive: true }));

const programme = simulateProgramme({ seed: 7 });
const messy = messyExtracts(programme);
write("clean", cleanExtracts(programme));
write("messy", messy.files);

describe("ingestion of a programme's extracts", async () => {
  const clean = await ingestStudy({ plan: programme.plan, folder: join(folder, "clean") });
  const received = await ingestStudy({ plan: messy.plan, folder: join(folder, "messy") });

  it("reads the clean extracts as the tables they were written from, with nothing to report", () => {
    expect(clean.issues).toEqual([]);
    expect(clean.tables).toEqual(programme.tables);
  });

  it("reports every planted error, and nothing but planted errors", () => {
    const place = ({ code, table, file, row, column }: (typeof received.issues | typeof messy.planted)[number]) =>
      [code, table, file, row, column].join(" | ");
    expect(received.issues.map(place).toSorted()).toEqual(messy.planted.map(place).toSorted());
  });

  it("accounts for every row", () => {
    for (const { rowsIn, rowsUsed, rowsRejected, reasons } of received.accounts) {
      expect(exact(rowsUsed) + exact(rowsRejected)).toBe(rowsIn);
      expect(reasons.reduce((sum, reason) => sum + exact(reason.rows), 0)).toBe(rowsRejected);
    }
  });

  it("keeps what the analysis rests on as it is in the clean extracts", () => {
    for (const table of ["selections", "searches", "stages", "links"]) {
      expect(received.tables[table]).toEqual(programme.tables[table]);
    }
    expect(without(received.tables.events!, "offence")).toEqual(without(programme.tables.events!, "offence"));
    expect(perpetrators(received.tables.people!)).toEqual(perpetrators(programme.tables.people!));
  });
});

function write(name: string, files: readonly ExtractFile[]): void {
  for (const file of files) {
    const path = join(folder, name, file.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.text);
  }
}

function without(table: Columns, name: string): Columns {
  return columnsOf(Object.fromEntries(Object.entries(table.columns).filter(([column]) => column !== name)));
}

/** Twins in the spelling of an area are planted among linked people, and would only add levels here. */
function perpetrators(table: Columns): Columns {
  const role = table.columns.role!;
  if (role.type !== "category") throw new TypeError("role is a category");
  const rows = rowsWhere(table, (row) => role.levels[role.values[row]!] === "perpetrator");
  return without(takeRows(table, rows), "area");
}
