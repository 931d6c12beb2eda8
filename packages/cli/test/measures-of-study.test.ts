import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MeasureResult, Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const plan = (measures: string, outcomes = "") => `version: 1
title: A small study with instruments
data:
  asAt: "2024-12-31"
  tables:
    people: { files: [people.csv], columns: { person: id, age: age, role: role } }
    selections: { files: [selections.csv], columns: { person: id, panel_decision: decision, decision_date: on } }
    links: { files: [links.csv], columns: { person: id, linked_person: partner, kind: kind } }
    measures: { files: [answers.csv], columns: { person: id, measure: scale, wave: time, date: on, reporter: who, item: item, response: answer } }
    outcomes: { files: [outcomes.csv], columns: { person: id, outcome: outcome, value: value } }
cohort:
  indexDate: selections.decision_date
  role: perpetrator
  arms: { from: selections.panel_decision, treated: [selected], comparison: [capacity-refused], labels: { treated: people given a place, comparison: people there was no room for } }
measures:
${measures}outcomes:
  - { id: arrest, label: arrest within a year, basis: recorded-crime, reporter: police, definition: recorded, kind: binary, direction: lower, from: outcomes }
${outcomes}comparisons:
  - { id: headline, headline: true, assignment: selected, comparator: concurrent-untreated, method: none, outcomes: [arrest${outcomes === "" ? "" : ", low-mood"}], covariates: [] }
`;

const phq = "  - { measure: phq-9, reporter: perpetrator, waves: [intake, review, exit] }\n";

/** Sixty people an arm; first totals run from 10 to 19, ten times over. */
const arms = { t: "selected", c: "capacity-refused" } as const;
const people = Object.keys(arms).flatMap((arm) =>
  Array.from({ length: 60 }, (_, at) => ({
    arm,
    at,
    id: `${arm}${String(at + 1).padStart(2, "0")}`,
    first: 10 + (at % 10),
  })),
);

/** Of those given a place 20 fall by 8, 20 stay, 10 rise by 6 and 10 leave; of the others 50 stay and 10 leave. */
function later({ arm, at, first }: (typeof people)[number]): number | null {
  if (at >= 50) return null;
  if (arm === "c") return first;
  return at < 20 ? first - 8 : at < 40 ? first : first + 6;
}

/** Nine items from 0 to 3 that add up to the total. */
function items(total: number): number[] {
  return Array.from({ length: 9 }, (_, at) => Math.min(3, Math.max(0, total - 3 * at)));
}

const days = { intake: "2023-02-01", review: "2023-05-01", exit: "2023-08-01" } as const;

function form(id: string, wave: keyof typeof days, total: number, more: { who?: string; on?: string } = {}): string[] {
  const { who = "perpetrator", on = days[wave] } = more;
  return items(total).map((answer, at) => `${id},phq-9,${wave},${on},${who},q${at + 1},${answer}`);
}

const answers = people.flatMap((one) => {
  const after = later(one);
  return [
    ...form(one.id, "intake", one.first),
    ...(one.at < 55 ? form(one.id, "review", one.first - 1) : []),
    ...(after === null ? [] : form(one.id, "exit", after)),
  ];
});

const header = "id,scale,time,on,who,item,answer";
const partners = people.filter(({ arm }) => arm === "t").map(({ id }) => `v-${id}`);
const base: Record<string, readonly string[]> = {
  people: [
    "id,age,role",
    ...people.map(({ id, at }) => `${id},${25 + (at % 30)},perpetrator`),
    ...partners.map((id, at) => `${id},${24 + (at % 20)},adult-victim-survivor`),
  ],
  selections: ["id,decision,on", ...people.map(({ id, arm }) => `${id},${arms[arm as "t"]},2023-01-10`)],
  links: ["id,partner,kind", ...people.filter(({ arm }) => arm === "t").map(({ id }) => `${id},v-${id},dyad`)],
  outcomes: ["id,outcome,value", ...people.map(({ id, at }) => `${id},arrest,${at % 4 === 0 ? 1 : 0}`)],
};

async function ran(
  measures: string,
  rows: readonly string[],
  more: { readonly outcomes?: string; readonly files?: Readonly<Record<string, string>> } = {},
) {
  const folder = temporaryFolder();
  for (const [name, lines] of Object.entries(base)) writeFileSync(join(folder, `${name}.csv`), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "answers.csv"), `${[header, ...rows].join("\n")}\n`);
  for (const [name, text] of Object.entries(more.files ?? {})) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "study.yaml"), plan(measures, more.outcomes));
  const { code, err } = await runCommand("run", folder);
  const read = (path: string) => readFileSync(join(folder, "out", path), "utf8");
  const results = (path: string): Results => JSON.parse(read(path));
  return { code, err, read, results };
}

function cellsOf(results: Results, id: string) {
  const table = results.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}: ${results.tables.map((one) => one.id).join(" ")}`);
  return new Map(table.cells.map((cell) => [Object.values(cell.at).join(" "), cell]));
}

describe("an instrument in a study", () => {
  let exact: Results;
  let published: Results;
  let line: MeasureResult;
  let report: string;

  beforeAll(async () => {
    const { code, err, results, read } = await ran(phq, answers, {
      outcomes:
        "  - { id: low-mood, label: low mood at exit, basis: self-report, reporter: perpetrator, definition: phq-9, kind: continuous, direction: lower, from: measures, outcome: phq-9 }\n",
    });
    expect([code, err]).toEqual([expect.any(Number), ""]);
    exact = results("private/results.json");
    published = results("results.json");
    line = exact.measures[0]!;
    report = read("report.html");
  }, 120_000);

  it("says what it was scored by, who answered, and what change is told by", () => {
    expect(line).toMatchObject({
      id: "phq-9",
      measure: { id: "phq-9", version: "1.0.0", kind: "outcome" },
      score: "total",
      items: 9,
      reporter: "perpetrator",
      better: "lower",
      error: { points: 6, basis: "published" },
      cutOff: { value: 10, clinical: ">=", basis: "published" },
    });
    expect(line.tables).toEqual(exact.tables.map(({ id }) => id).filter((id) => id.startsWith("measure-")));
  });

  it("counts what became of everybody on both denominators, an arm at a time (by hand)", () => {
    // Of 20 who fell by 8, those who began at 18 and 19 (four) are still at 10 or above.
    const outcomes = cellsOf(exact, "measure-outcomes-phq-9");
    const of = (group: string) =>
      ["recovered", "improved", "unchanged", "deteriorated", "harmed", "total"].map(
        (outcome) => outcomes.get(`${group} ${outcome}`)!.numerator,
      );
    expect(of("treated")).toEqual([16, 4, 20, 10, 0, 50]);
    expect(of("comparison")).toEqual([0, 0, 50, 0, 0, 50]);
    const rates = cellsOf(exact, "measure-rates-phq-9");
    expect(rates.get("treated recovered-of-all")).toMatchObject({ numerator: 16, denominator: 50, value: 0.32 });
    expect(rates.get("treated recovered-of-clinical")).toMatchObject({ numerator: 16, denominator: 50 });
    expect(rates.get("treated better-lowest")).toMatchObject({ numerator: 20, denominator: 60, interval: null });
    expect(rates.get("treated better-highest")).toMatchObject({ numerator: 30, denominator: 60 });
    const seen = cellsOf(exact, "measure-seen-phq-9");
    expect(["both", "first", "later", "neither"].map((state) => seen.get(`treated ${state}`)!.numerator)).toEqual([
      50, 10, 0, 0,
    ]);
  });

  it("shows first and later scores together in ranges, never as anybody's own pair", () => {
    const bins = cellsOf(exact, "measure-bins-phq-9");
    expect(line.bins.map(({ id }) => id)).toEqual(["0 to 4", "5 to 9", "10 to 14", "15 to 19", "20 to 27"]);
    // Fell by 8 from 10, 11 and 12 (six people) to 2, 3 and 4; from 13 and 14 (four) to 5 and 6.
    expect(bins.get("treated 10 to 14 0 to 4")!.numerator).toBe(6);
    expect(bins.get("treated 10 to 14 5 to 9")!.numerator).toBe(4);
    expect(bins.get("treated total total")!.numerator).toBe(50);
  });

  it("has means and the mixed model at every time point, with numbers (by hand)", () => {
    const means = cellsOf(exact, "measure-means-phq-9");
    // 14.5 on average of ten times over; five of each ten from 10 to 14 leave after the review… all of at >= 55 do
    expect(means.get("treated intake observed")).toMatchObject({ numerator: 60, value: 14.5 });
    expect(means.get("treated review observed")!.numerator).toBe(55);
    expect(means.get("treated exit observed")).toMatchObject({
      numerator: 50,
      value: (20 * 6.5 + 20 * 14.5 + 10 * 20.5) / 50,
    });
    expect(means.get("comparison exit model")!.value).toBeTypeOf("number");
  });

  it("sets ANCOVA and the change score side by side, and says how much worse leavers would have to be", () => {
    const difference = cellsOf(exact, "measure-difference-phq-9");
    // Mean change -8 of 20, 0 of 20 and 6 of 10 is -2; of the others 0.
    expect(difference.get("change-score")!.value).toBeCloseTo(-2, 12);
    expect([...difference.keys()]).toEqual(["ancova", "change-score", "d_ppc2"]);
    expect([...cellsOf(exact, "measure-tipping-phq-9").keys()].slice(0, 3)).toEqual(["0", "half", "whole"]);
  });

  it("gives an outcome of the comparison, which its score decides", () => {
    const estimate = exact.comparisons[0]!.estimates.find(({ outcome }) => outcome === "low-mood")!;
    // 12.5 of 50 against 14.5 of 50
    expect([estimate.treated.n, estimate.comparison.n]).toEqual([50, 50]);
    expect(estimate.estimate).toBeCloseTo(12.5 - 14.5, 12);
  });

  it("is published with small counts withheld and the numbers worked out of them", () => {
    const outcomes = cellsOf(published, "measure-outcomes-phq-9");
    expect(outcomes.get("treated improved")!.numerator).toMatchObject({ withheld: expect.any(String) });
    expect(published.measures[0]!.error).toEqual(line.error);
    expect(JSON.stringify(published.tables)).not.toMatch(/"[tc]\d\d"/);
  });

  it("has a section in the report, by who answered", () => {
    expect(report).toContain('id="measures"');
    expect(report).toContain("Patient Health Questionnaire-9 (perpetrators’ own account)");
    expect(report.match(/data-chart="measure-/g)).toHaveLength(3);
  });
});
