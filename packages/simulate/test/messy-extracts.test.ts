import { validatePlan } from "@likewise/schema";
import { messyExtracts, simulateProgramme } from "@likewise/simulate";
import { describe, expect, it } from "vitest";
import { groupBy } from "./rows-of.ts";

const programme = simulateProgramme({ seed: 1 });
const { files, plan, planted } = messyExtracts(programme);
const lines = new Map(files.map(({ name, text }) => [name, text.split("\n").slice(0, -1)]));

describe("messy extracts", () => {
  it("hold at least 20 kinds of error, each at least twice", () => {
    const kinds = groupBy(planted, (error) => error.code);
    expect(kinds.size).toBeGreaterThanOrEqual(20);
    for (const [code, errors] of kinds) expect([code, errors.length >= 2]).toEqual([code, true]);
  });

  it("hold errors on first and last rows of data, and two on one row", () => {
    const first = planted.filter((error) => error.row === 1);
    const last = planted.filter((error) => error.row === lines.get(error.file)!.length - 1);
    expect(first.length).toBeGreaterThanOrEqual(5);
    expect(last.length).toBeGreaterThanOrEqual(5);
    const rows = groupBy(planted, (error) => `${error.file} ${error.row}`);
    expect([...rows.values()].filter((errors) => errors.length === 2).length).toBeGreaterThanOrEqual(3);
  });

  it("say where each error is: a row of the file, a header of the file", () => {
    for (const { file, row, column } of planted) {
      const [header, ...data] = lines.get(file)!;
      if (column !== null) expect(header!.split(",").map((name) => name.trim())).toContain(column);
      if (row !== null) expect(data[row - 1]).toBeDefined();
    }
    const at = (code: string) => planted.filter((error) => error.code === code).map((e) => lines.get(e.file)![e.row!]);
    for (const line of at("date_impossible")) expect(line).toMatch(/31\/02|30\/02|31\/04/);
    for (const line of at("blank_row")) expect(line).toMatch(/^,*$/);
    for (const line of at("category_twin")) expect(line).toMatch(/northside ,|NORTHSIDE|–to–|Case Managers/);
  });

  it("come with a plan that reads them", () => {
    expect(validatePlan(JSON.parse(JSON.stringify(plan)))).toEqual({ plan });
    const named = Object.values(plan.data.tables).flatMap((source) => source.files);
    expect(named.toSorted()).toEqual(files.map((file) => file.name).toSorted());
  });

  it("look as such extracts look: UK dates, pounds with commas, other codes, blanks by code", () => {
    const text = (name: string) => files.find((file) => file.name.endsWith(name))!.text;
    expect(text("spend.csv")).toMatch(
      /01\/01\/2020,31\/03\/2020,Central government,Case managers,Cash,"£\d\d,\d{3}\.\d\d"/,
    );
    expect(text("selection-log.csv")).toMatch(/No capacity/);
    expect(text("referrals.csv")).toMatch(/,(NK|Not known|-),/);
    expect(files.some((file) => /\d{4}-\d{2}-\d{2}/.test(file.text.replace("2019-03-14", "")))).toBe(false);
  });

  it("keep every sound row: rows added are rows planted", () => {
    for (const [table, columns] of Object.entries(programme.tables)) {
      const rows = files
        .filter((file) => plan.data.tables[table]!.files.includes(file.name))
        .reduce((count, file) => count + lines.get(file.name)!.length - 1, 0);
      const staying = ["category_twin", "code_unmapped", "id_whitespace", "encoding_mojibake", "header_whitespace"];
      const added = planted.filter((error) => error.table === table && !staying.includes(error.code));
      const addedRows = new Set(added.map((error) => `${error.file} ${error.row}`)).size;
      expect([table, rows]).toEqual([table, columns.numRows + addedRows]);
    }
  });

  it("are the same bytes for the same seed, and fall elsewhere for another", () => {
    expect(messyExtracts(programme)).toEqual({ files, plan, planted });
    expect(messyExtracts(programme, { seed: 2 }).planted).not.toEqual(planted);
  });

  it("need enough rows to plant in", () => {
    expect(() => messyExtracts(simulateProgramme({ seed: 1, referrals: 2, pool: 10 }))).toThrow(RangeError);
  });
});
