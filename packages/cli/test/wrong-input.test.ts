import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparisonMethods } from "@likewise/compare";
import type { Comparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const options = ["--treatment", "arm", "--treated-value", "yes", "--outcome", "event"];

function fileOf(text: string): string {
  const file = join(temporaryFolder(), "people.csv");
  writeFileSync(file, text);
  return file;
}

/** Twenty people, ten an arm; `event` says who has it. */
function people(event: (row: number) => number, delimiter = ","): string {
  const rows = Array.from({ length: 20 }, (_, row) => [row < 10 ? "yes" : "no", event(row), 20 + row].join(delimiter));
  return `${["arm", "event", "age"].join(delimiter)}\n${rows.join("\n")}\n`;
}

async function expectRefused(code: number, text: RegExp, ...argv: string[]): Promise<void> {
  const result = await runCommand(...argv);
  expect(result.code).toBe(code);
  expect(result.out).toBe("");
  expect(result.err).toMatch(text);
  expect(result.err.trimEnd().split("\n")).toHaveLength(1);
  expect(result.err).not.toMatch(/\bat .*\.(ts|js):\d+/);
}

describe("wrong usage ends in 2 with one clear message", () => {
  it("a missing file", () => expectRefused(2, /does not exist/i, "compare", "nowhere.csv", ...options));

  it("a folder", () => expectRefused(2, /folder/i, "compare", temporaryFolder(), ...options));

  it("an unknown column, with what may have been meant", () =>
    expectRefused(
      2,
      /did you mean.*age/i,
      "compare",
      fileOf(people((row) => row % 2)),
      ...options,
      "--covariates",
      "agee",
    ));

  it.each([['name: "Zebediah Quarmby\n  born: [1981-05-03\n'], ["Zebediah Quarmby,1981-05-03,LS6 2QT\n"]])(
    "facts that are none, such as an extract, of which nothing is shown",
    async (text) => {
      const file = fileOf(people((row) => row % 2));
      await expectRefused(
        2,
        /^likewise: [^:]*: expected [^:]*, found something else$/m,
        "compare",
        file,
        ...options,
        "--facts",
        fileOf(text),
      );
    },
  );

  it("an unknown option", () =>
    expectRefused(
      2,
      /did you mean --covariates/i,
      "compare",
      fileOf(people((row) => row % 2)),
      ...options,
      "--covariate",
      "age",
    ));

  it("a command without what it needs", () =>
    expectRefused(2, /check needs more: likewise check <study>; see likewise check --help/, "check"));

  it("an option without its value", () =>
    expectRefused(2, /--template needs a value; see likewise init --help/, "init", "--template"));

  it("an unknown command", () => expectRefused(2, /did you mean compare/i, "compar"));

  it("a method that is not there", () =>
    expectRefused(
      2,
      /nearest/,
      "compare",
      fileOf(people((row) => row % 2)),
      ...options,
      "--method",
      "propensity",
      "--covariates",
      "age",
    ));

  it("a primary of an outcome that is not compared", () => {
    const primary = "evnt:riskDifference:crude";
    return expectRefused(
      2,
      /primary.*did you mean event/,
      "compare",
      fileOf(people((row) => row % 2)),
      ...options,
      "--primary",
      primary,
    );
  });

  it("an assignment that is no word of the plan", () =>
    expectRefused(
      2,
      /did you mean random/,
      "compare",
      fileOf(people((row) => row % 2)),
      ...options,
      "--assignment",
      "radnom",
    ));

  it("a study that is not there", () => expectRefused(2, /no study/i, "run", "nowhere"));

  it("a typo in the plan, with what may have been meant and the line", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "data"));
    const plan = `version: 1
title: Typo
data:
  tables:
    people: { files: [data/people.csv], columns: { arm: arm } }
    outcomes: { files: [data/people.csv], columns: { value: event }, constants: { outcome: event } }
cohort: { arms: { from: people.arm, treated: ["yes"], comparison: ["no"] } }
outcomes:
  - { id: event, label: event, basis: incident, reporter: police, definition: event, kind: binary, from: outcomes, directon: lower }
comparisons:
  - { id: headline, assignment: selected, comparator: concurrent-untreated }
`;
    writeFileSync(join(folder, "study.yaml"), plan);
    const result = await runCommand("run", folder);
    expect(result.code).toBe(2);
    expect(result.err).toMatch(/study\.yaml line 9.*directon.*did you mean.*direction/s);
  });
});

describe("data that are not fit end in 3", () => {
  it("an empty file", () => expectRefused(3, /empty/i, "compare", fileOf(""), ...options));

  it("one arm empty", () =>
    expectRefused(3, /arm|yes|no/i, "compare", fileOf(people((row) => row % 2).replaceAll("no,", "yes,")), ...options));

  it("never with a cell's value", async () => {
    const result = await runCommand("compare", fileOf("arm,event\nyes,secretvalue\nno,1\n"), ...options);
    expect(result.code).toBe(3);
    expect(result.err).not.toContain("secretvalue");
  });
});

describe("all events or none end in 0, with the difference and without the ratios that cannot be had", () => {
  for (const [what, event] of [
    ["all", 1],
    ["no", 0],
  ] as const) {
    it(`${what} events`, async () => {
      const { code, out } = await runCommand(
        "compare",
        fileOf(people(() => event)),
        ...options,
        "--covariates",
        "age",
        "--json",
      );
      expect(code).toBe(0);
      const comparison: Comparison = JSON.parse(out);
      expect(comparison.estimates.find((estimate) => estimate.primary)!.measure).toBe("riskDifference");
      expect(comparison.estimates.map((estimate) => estimate.measure)).not.toContain("oddsRatio");
      expect(comparison.refusals.length).toBeGreaterThan(0);
      expect(comparison.claims[0]!.verdict).not.toBe("better");
    });
  }
});

describe("what is typed stands", () => {
  it("dropouts stay dropouts though assignment is called random, and the design is capped", async () => {
    const argv = [...options, "--assignment", "random", "--comparator", "dropouts", "--json"];
    const { out } = await runCommand("compare", fileOf(people((row) => row % 2)), ...argv);
    const comparison: Comparison = JSON.parse(out);
    expect(comparison.design.comparator).toBe("dropouts");
    expect(comparison.evidence[0]!.caps.map((cap) => cap.rule)).toContain("C3");
  });
});

describe("the command", () => {
  it("prints its help on stdout and ends in 0", async () => {
    const { code, out } = await runCommand("--help");
    expect(code).toBe(0);
    expect(out).toContain("compare <file>");
  });

  it("names every method of comparison in the help", async () => {
    const { out } = await runCommand("compare", "--help");
    const words = out.replaceAll(/\s+/g, " ");
    for (const { id } of comparisonMethods) expect(words).toMatch(new RegExp(`[ (]${id}[ ,;]`));
  });

  it("prints any record's schema", async () => {
    const { code, out } = await runCommand("schema", "people");
    expect(code).toBe(0);
    expect(JSON.parse(out).title).toBe("Person");
  });

  it("without a command says what is needed", () => expectRefused(2, /command/));

  it("accounts for every row of a shipped study", async () => {
    const { code, out } = await runCommand("check", join(repository, "reports/tarp"));
    expect(code).toBe(0);
    expect(out).toMatch(/432 in = +432 used \+ +0 rejected/);
  });
});
