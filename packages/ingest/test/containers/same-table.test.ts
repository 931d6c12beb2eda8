import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { sha256Bytes } from "@likewise/engine";
import { ingestStudy } from "@likewise/ingest";
import type { TableSource } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planOf } from "../study-folder.ts";
import {
  bookOf,
  csvOf,
  peopleSheet,
  writeBook,
  writeDuckdbFile,
  writeJsonLines,
  writeOtherXlsx,
  writeParquetFile,
  writeSqliteFile,
} from "./write-files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "likewise-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table: Omit<TableSource, "files"> = {
  dateFormat: "yyyy-mm-dd",
  columns: { person: "Ref", area: "Area", index_date: "Day" },
  covariates: {
    score: { column: "Score", type: "number" },
    cost: { column: "Cost", type: "money" },
    home: { column: "At home", type: "boolean" },
  },
};
const read = (path: string) =>
  ingestStudy({
    plan: planOf({ people: { ...table, files: [basename(path)] } }),
    folder: join(path, ".."),
  });

const writers: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
  "people.xlsx": (path) => writeBook(path, bookOf({ People: peopleSheet() })),
  "other.xlsx": writeOtherXlsx,
  "people.xlsm": (path) => writeBook(path, bookOf({ People: peopleSheet() })),
  "people.xlsb": (path) => writeBook(path, bookOf({ People: peopleSheet() })),
  "people.xls": (path) => writeBook(path, bookOf({ People: peopleSheet() })),
  "people.ods": (path) => writeBook(path, bookOf({ People: peopleSheet() })),
  "people.parquet": writeParquetFile,
  "people.jsonl": writeJsonLines,
  "people.json": (path) => {
    writeJsonLines(path);
    writeFileSync(path, `[\n${readFileSync(path, "utf8").trim().replaceAll("\n", ",\n")}\n]\n`);
  },
  "people.duckdb": writeDuckdbFile,
  "people.sqlite": writeSqliteFile,
};

describe("one table is read alike from every kind of file", () => {
  for (const [name, write] of Object.entries(writers)) {
    it(name, async () => {
      const home = join(folder, name.replace(".", "-"));
      mkdirSync(home);
      writeFileSync(join(home, "people.csv"), csvOf());
      const wanted = await read(join(home, "people.csv"));
      await write(join(home, name));
      const before = { bytes: readFileSync(join(home, name)), modified: statSync(join(home, name)).mtimeMs };
      const found = await read(join(home, name));
      expect(found.tables.people).toEqual(wanted.tables.people);
      expect(found.issues).toEqual([]);
      expect(found.inputs[0]!.sha256).toBe(sha256Bytes(before.bytes));
      // Read only: the file is as it was and nothing stands beside it.
      expect(readFileSync(join(home, name)).equals(before.bytes)).toBe(true);
      expect(statSync(join(home, name)).mtimeMs).toBe(before.modified);
      expect(readdirSync(home).sort()).toEqual(["people.csv", name].sort());
    });
  }

  it("by the table itself: nothing is lost in all of them at once", async () => {
    writeFileSync(join(folder, "people.csv"), csvOf());
    const { tables } = await read(join(folder, "people.csv"));
    const { person, index_date: day, score, cost, home } = tables.people!.columns;
    expect(person!.values).toEqual(["007", "0070", "12345678901234567", "P-4", "=5"]);
    // 2024-02-29, 1969-12-31, 2001-01-02, none and 1900-03-01 counted from 1970-01-01 by hand.
    expect(Array.from(day!.values as Int32Array)).toEqual([19782, -1, 11324, 0, -25508]);
    expect(Array.from(score!.values as Float64Array)).toEqual([0.1, -3, 0, 1e-7, 0.30000000000000004]);
    expect(Array.from(cost!.values as Float64Array)).toEqual([1234.5, 0, 99.99, 0, 1e6]);
    expect(Array.from(home!.valid ?? [])).toEqual([1, 1, 0, 1, 1]);
  });
});
