import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blindStudies, writeStudy } from "./flawed-studies/index.ts";
import { runCommand, temporaryFolder } from "./run-command.ts";

/**
 * The published pattern: 98 % of those selected had reoffended in the half-year before, 44 % after selection, 36 % after
 * full engagement, and 38 % in the whole system. Nothing in these files has any effect; 80 people were found suitable and
 * refused for want of a place.
 */
const refused = 80;
const folder = temporaryFolder();
let results: Results;
let report: string;
let dashboard: string;

beforeAll(async () => {
  const study = blindStudies["ninety-eight-forty-four-thirty-six"]!();
  const people = study.tables.people!.map((row, i) => (i < refused ? { ...row, arm: "waiting" } : row));
  const selections = people.map((row, i) => ({
    person: row.person!,
    decision_date: row.index_date!,
    panel_decision: i < refused ? "capacity-refused" : "selected",
  }));
  writeStudy(folder, { ...study, tables: { ...study.tables, selections } });
  expect((await runCommand("run", folder, "--threads", "1")).code).toBe(0);
  const read = (name: string) => readFileSync(join(folder, "out", name), "utf8");
  results = JSON.parse(read("results.json"));
  [report, dashboard] = [read("report.html"), read("dashboard.html")];
});
afterAll(() => rmSync(folder, { recursive: true }));

const shown = (guard: string) =>
  results.guards!.find((finding) => finding.guard === guard)!.shown.map(({ text }) => text);

describe("98, 44, 36 and 38 in a hundred", () => {
  it("practice-C26: stands at level 1 of one scale and level 2 of the other, and cannot say what difference was made", () => {
    expect(results.evidence.map(({ scale, level }) => [scale, level])).toEqual([
      ["wwclg", 1],
      ["original", 2],
    ]);
    expect(results.claims.map(({ verdict, causal }) => [verdict, causal])).toEqual([["cannot-say", false]]);
    expect(dashboard).toContain("cannot say what difference the programme made");
  });

  it("practice-C19: shows what selection alone would give, as a range over what is not known", () => {
    const [sentence] = shown("regression-to-the-mean");
    expect(sentence).toMatch(
      /^Selection alone would leave between 37(\.\d)?% and \d\d(\.\d)?% with an event in the half-year/,
    );
    expect(report).toContain(sentence);
  });

  it("says that a change without a comparison is a description, and that those engaged are not all of those selected", () => {
    const codes = results.warnings!.map(({ code }) => code);
    expect(codes).toContain("no-comparison-group");
    expect(codes).toContain("different-people");
  });

  it("names the comparison that was there to be made: people found suitable and refused for want of a place", () => {
    expect(shown("uncontrolled-before-after")).toEqual([
      `${refused} decisions found people suitable and refused them only for want of a place. They are a comparison group that was there to be used.`,
    ]);
    expect(report).toContain("People who were eligible and refused only because there was no place");
  });
});
