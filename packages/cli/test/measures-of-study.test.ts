import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { definitionTemplate } from "@likewise/measures";
import type { MeasureResult, Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const plan = (measures: string, outcomes = "", covariates = "") => `version: 1
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
  - { id: headline, headline: true, assignment: selected, comparator: concurrent-untreated, method: none, outcomes: [arrest${outcomes === "" ? "" : ", low-mood"}], covariates: [${covariates}] }
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
  more: {
    readonly outcomes?: string;
    readonly covariates?: string;
    readonly files?: Readonly<Record<string, string>>;
    /** further people given a place */
    readonly extra?: readonly string[];
  } = {},
) {
  const folder = temporaryFolder();
  const rowOf = (name: string, id: string): string[] =>
    name === "people" ? [`${id},40,perpetrator`] : name === "selections" ? [`${id},selected,2023-01-10`] : [];
  for (const [name, lines] of Object.entries(base)) {
    const all = [...lines, ...(more.extra ?? []).flatMap((id) => rowOf(name, id))];
    writeFileSync(join(folder, `${name}.csv`), `${all.join("\n")}\n`);
  }
  writeFileSync(join(folder, "answers.csv"), `${[header, ...rows].join("\n")}\n`);
  for (const [name, text] of Object.entries(more.files ?? {})) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "study.yaml"), plan(measures, more.outcomes, more.covariates));
  const { code, err } = await runCommand("run", folder);
  const read = (path: string) => readFileSync(join(folder, "out", path), "utf8");
  const results = (path: string): Results => JSON.parse(read(path));
  return { code, err, read, results, folder };
}

function cellsOf(results: Results, id: string) {
  const table = results.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}: ${results.tables.map((one) => one.id).join(" ")}`);
  return new Map(table.cells.map((cell) => [Object.values(cell.at).join(" "), cell]));
}

const lowMood =
  "  - { id: low-mood, label: low mood at exit, basis: self-report, reporter: perpetrator, definition: phq-9, kind: continuous, direction: lower, from: measures, outcome: phq-9 }\n";

describe("a first score as a covariate", () => {
  const withCovariate = phq.replace(" }", ", covariate: { name: first_phq, withinDays: 28 } }");

  it("adjusts as ANCOVA does, and is missing where it was answered in the programme", async () => {
    // Asked 22 days after the decision; of t60, who left, 69 days after it.
    const rows = answers.map((row) =>
      row.startsWith("t60,phq-9,intake") ? row.replace("2023-02-01", "2023-03-20") : row,
    );
    const { err, results } = await ran(withCovariate, rows, { outcomes: lowMood, covariates: "first_phq" });
    expect(err).toBe("");
    const exact = results("private/results.json");
    const [comparison] = exact.comparisons;
    const row = comparison!.balance.find(({ covariate }) => covariate === "first_phq")!;
    expect(row).toBeDefined();
    const adjusted = comparison!.estimates.find(
      ({ outcome, adjustedFor }) => outcome === "low-mood" && adjustedFor.includes("first_phq"),
    )!;
    expect([adjusted.treated.n, adjusted.comparison.n]).toEqual([50, 50]);
    expect(adjusted.estimate).toBeCloseTo(Number(cellsOf(exact, "measure-difference-phq-9").get("ancova")!.value), 10);
    expect(JSON.stringify(comparison)).toContain("first_phq");
  }, 120_000);

  it("is refused where nobody answers in time, and must be of the people followed", async () => {
    const late = answers.map((row) => row.replace(",intake,2023-02-01", ",intake,2023-02-20"));
    const asked = { outcomes: lowMood, covariates: "first_phq" };
    const none = await ran(withCovariate, late, asked);
    expect([none.code, none.err]).toEqual([4, expect.stringContaining("nobody answered within 28 days")]);
    const another = await ran(withCovariate.replace("perpetrator", "victim-survivor"), answers, {
      covariates: "first_phq",
    });
    expect([another.code, another.err]).toEqual([2, expect.stringContaining("of the people followed themselves")]);
    const taken = await ran(withCovariate.replace("first_phq", "age"), answers);
    expect([taken.code, taken.err]).toEqual([2, expect.stringContaining("a name that nothing else has")]);
  }, 120_000);
});

describe("an instrument in a study", () => {
  let exact: Results;
  let published: Results;
  let line: MeasureResult;
  let report: string;

  beforeAll(async () => {
    const { code, err, results, read } = await ran(phq, answers, {
      outcomes: lowMood,
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

  it("says how many people stand to one more reliably better, as a difference between groups (by hand)", () => {
    const table = exact.tables.find(({ id }) => id === "measure-responders-phq-9")!;
    expect(table.title).toContain("not what the programme did");
    const found = cellsOf(exact, "measure-responders-phq-9");
    // 20 of 50 against none of 50, so that there is no ratio of odds; 10 of each 60 left.
    expect([...found].map(([id, { value }]) => [id, Number(value).toFixed(6)])).toEqual([
      ["difference", "0.400000"],
      ["number-needed", "2.500000"],
      ["nobody-who-left", "0.333333"],
      ["worst", "0.166667"],
      ["best", "0.500000"],
    ]);
    const [low, high] = found.get("difference")!.interval as [number, number];
    expect(found.get("number-needed")!.interval).toEqual([1 / high, 1 / low]);
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
    expect(report).toContain("People of the programme’s group to one more reliably better");
    expect(report.match(/data-chart="measure-/g)).toHaveLength(3);
  });
});

describe("bad input", () => {
  const issues = (text: string) =>
    text
      .trim()
      .split("\n")
      .map((line) => line.split(",").slice(0, 5).join(","));

  it("is refused or reported by the row of the file, counted and explained", async () => {
    const rows = [
      ...answers,
      // Row `first` of the file, headers not counted.
      ...form("x1", "intake", 12).map((row, at) => (at === 2 ? row.replace(/,\d$/, ",often") : row)),
      ...form("x2", "intake", 12).map((row, at) => (at === 4 ? row.replace(/,\d$/, ",99") : row)),
      ...form("x3", "intake", 12),
      form("x3", "intake", 12)[0]!.replace(/,\d$/, ",0"),
      ...form("x4", "intake", 12),
      ...form("x4", "exit", 3, { on: "2023-01-15" }),
      ...form("x5", "exit", 3),
      ...form("x6", "intake", 12).map((row, at) => (at === 0 ? row.replace(",perpetrator,", ",,") : row)),
    ];
    const extra = ["x1", "x2", "x3", "x4", "x5", "x6"];
    const { code, read, results, folder } = await ran(phq, rows, { extra });
    expect(code).toBeLessThan(2);
    const found = issues(read("private/issues.csv"));
    const first = answers.length + 1;
    const at = (row: number) => String(row);
    const has = (issue: string, row: number) =>
      expect(
        found.filter((line) => line.includes(issue) && line.endsWith(`,${at(row)}`)),
        `${issue} ${row}: ${found.filter((line) => line.includes(issue)).join(" ")}`,
      ).toHaveLength(1);
    has("answer_not_a_number", first + 2);
    has("answer_out_of_range", first + 9 + 4);
    has("conflicting_rows", first + 18);
    has("conflicting_rows", first + 27);
    has("post_before_pre", first + 37);
    has("reporter_missing", first + 55);
    // The same is said before a run, of the same rows.
    const { out } = await runCommand("check", folder, "--json");
    const checked = (JSON.parse(out).issues as { code: string; row: number }[]).map(
      ({ code, row }) => `${code} ${row}`,
    );
    for (const issue of [
      `answer_not_a_number ${first + 2}`,
      `answer_out_of_range ${first + 9 + 4}`,
      `conflicting_rows ${first + 18}`,
      `conflicting_rows ${first + 27}`,
      `post_before_pre ${first + 37}`,
      `reporter_missing ${first + 55}`,
    ])
      expect(checked.filter((one) => one === issue)).toHaveLength(1);
    const { tables } = results("private/results.json");
    const exact = { tables } as Results;
    const answered = cellsOf(exact, "measure-answers-phq-9");
    // x1 and x2 hold an answer that cannot be one; x3 and x6 lack an item, and every item of a PHQ-9 is needed.
    expect(answered.get("treated intake refused")!.numerator).toBe(2);
    const seen = cellsOf(exact, "measure-seen-phq-9");
    // x4 was answered after before its first, x5 has no first score.
    expect(seen.get("treated later")!.numerator).toBe(1);
    expect(seen.get("treated neither")!.numerator).toBeGreaterThan(0);
    expect(cellsOf(exact, "measure-outcomes-phq-9").get("treated total")!.numerator).toBe(50);
  }, 120_000);

  it("is refused whole where the version, the coding, the first time point or the kind of measure does not allow it", async () => {
    const reversed = people.flatMap(({ id, at }) =>
      (["intake", "exit"] as const).flatMap((wave) =>
        // Ten items that all rise and fall together although two should not: turned before.
        Array.from(
          { length: 10 },
          (_, item) => `${id},core-10,${wave},${days[wave]},perpetrator,q${item + 1},${at % 5}`,
        ),
      ),
    );
    const checklist = people.flatMap(({ id, at }) =>
      (["intake", "exit"] as const).flatMap((wave) =>
        Array.from(
          { length: 5 },
          (_, item) => `${id},my-measure,${wave},${days[wave]},worker,q${item + 1},${Number(item <= at % 6)}`,
        ),
      ),
    );
    const { err, results, folder } = await ran(
      [
        "  - { id: old, measure: phq-9, version: 0.9.0, reporter: perpetrator, waves: [intake, exit] }",
        "  - { measure: core-10, reporter: perpetrator, waves: [intake, exit] }",
        "  - { id: late, measure: phq-9, reporter: perpetrator, waves: [follow-up, exit] }",
        "  - { id: risk, measure: my-measure, definition: risk.json, reporter: worker, waves: [intake, exit] }",
        "  - { id: conflict, measure: cts2, reporter: victim-survivor, waves: [intake, exit] }",
        "",
      ].join("\n"),
      [...answers, ...reversed, ...checklist],
      { files: { "risk.json": JSON.stringify({ ...definitionTemplate("risk-checklist"), id: "my-measure" }) } },
    );
    expect(err).toBe("");
    const exact = results("private/results.json");
    const why = new Map(exact.refusals.map((refusal) => [refusal.id, refusal.why]));
    expect(why.get("measure-version:old")).toContain("version 0.9.0");
    expect(why.get("measure-coding:core-10")).toContain("already reversed");
    expect(why.get("measure-pairs:late")).toContain("nobody has a score at follow-up");
    expect(why.get("measure-change:risk")).toContain("no error of measurement");
    expect(why.get("measure-unknown:conflict")).toContain("no definition of cts2 is held");
    const check = await runCommand("check", folder, "--json");
    const before = JSON.parse(check.out).refusals as { id: string }[];
    expect(before.map(({ id }) => id)).toEqual([
      "measure-version:old",
      "measure-coding:core-10",
      "measure-pairs:late",
      "measure-unknown:conflict",
    ]);
    const { out } = await runCommand("check", folder);
    expect(out).toContain("Instruments that cannot be scored or followed");
    expect(out).toContain("nobody has a score at follow-up");
    const risk = exact.measures.find(({ id }) => id === "risk")!;
    expect([risk.error, risk.cutOff, risk.better]).toEqual([null, null, null]);
    // A count and a band stand; nothing of change does.
    expect(risk.tables).toContain("measure-bands-risk");
    expect(risk.tables.filter((id) => /outcomes|rates|effects/.test(id))).toEqual([]);
  }, 120_000);
});

describe("indicators of two reporters", () => {
  it("stand apart, each with those who answered, and have no total", async () => {
    const rows = people
      .filter(({ arm }) => arm === "t")
      .flatMap(({ id, at }) =>
        [
          [`v-${id}`, "victim-survivor", Number(at < 30)],
          [id, "perpetrator", Number(at < 6)],
        ].flatMap(([who, reporter, afraid]) =>
          [0, afraid, at < 55 ? 0 : ""].map(
            (answer, item) => `${who},my-measure,intake,2023-02-01,${reporter},q${item + 1},${answer}`,
          ),
        ),
      );
    const entry = (reporter: string) =>
      `  - { id: safety-${reporter}, measure: my-measure, definition: set.json, reporter: ${reporter}, waves: [intake] }\n`;
    const { results } = await ran(entry("victim-survivor") + entry("perpetrator"), rows, {
      files: { "set.json": JSON.stringify({ ...definitionTemplate("indicator-set"), id: "my-measure" }) },
    });
    const exact = results("private/results.json");
    const fear = (reporter: string) =>
      cellsOf(exact, `measure-indicators-safety-${reporter}`).get("fear intake treated")!;
    // Present where one item is; open, and not absent, of the five who left the other item blank.
    expect(fear("victim-survivor")).toMatchObject({ numerator: 30, denominator: 55 });
    expect(fear("perpetrator")).toMatchObject({ numerator: 6, denominator: 55 });
    expect(exact.measures.map(({ score, reporter }) => [score, reporter])).toEqual([
      [null, "victim-survivor"],
      [null, "perpetrator"],
    ]);
  }, 120_000);
});
