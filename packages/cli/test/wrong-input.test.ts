import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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

describe("a covariate measured after the index date", () => {
  it.each(["check", "run"])("is refused by %s, which says what windows lie before it", async (command) => {
    const folder = temporaryFolder();
    const plan = readFileSync(join(repository, "reports/perpetrator-programme/study.yaml"), "utf8");
    expect(plan).toMatch(/window: before-\d+m/);
    writeFileSync(join(folder, "study.yaml"), plan.replace(/window: before-\d+m/, "window: recorded-12m"));
    const { code, err } = await runCommand(command, folder);
    expect(code).toBe(2);
    expect(err).toMatch(
      /cohort\.baseline\[0\]\.window: expected a window before the index date such as before-24m, found "recorded-12m"/,
    );
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

/** Sixty people, thirty an arm, each with everything a comparison can ask for, changed at will. */
function study(change: (row: number) => Readonly<Record<string, string | number>> = () => ({})): string {
  const rows = Array.from({ length: 60 }, (_, row) => {
    const event = Number((row * 5) % 7 < 3);
    const person = {
      id: `P${row + 1}`,
      arm: row < 30 ? "yes" : "no",
      age: 20 + ((row * 7) % 25),
      sex: row % 3 ? "f" : "m",
    };
    const rest = { event, days: 30 + ((row * 11) % 300), weight: 1 + (row % 3), site: `S${Math.floor(row / 5)}` };
    return { ...person, ...rest, ...change(row) };
  });
  const names = Object.keys(rows[0]!);
  return fileOf([names, ...rows.map((row) => Object.values(row))].map((line) => line.join(",")).join("\n"));
}

const asked = ["--id", "id", ...options, "--covariates", "age,sex"];
const timed = [...asked, "--time", "days", "--event", "event"];

describe("a table that cannot be compared is refused in one line that says what is expected", () => {
  it.each<[string, number, RegExp, (row: number) => Record<string, string | number>, readonly string[]]>([
    ["one arm without anybody", 3, /treatment "arm" must have two values/, () => ({ arm: "yes" }), asked],
    [
      "one arm without anybody whose covariates are known",
      3,
      /the comparison arm is empty: nobody in it has every covariate used/,
      (row) => (row < 30 ? {} : { age: "" }),
      asked,
    ],
    [
      "a treatment of three values, none named",
      2,
      /treatment "arm" must hold 0 and 1, no and yes or false and true, or the treated value must be named; found/,
      (row) => ({ arm: ["a", "b", "c"][row % 3]! }),
      ["--id", "id", "--treatment", "arm", "--outcome", "event", "--covariates", "age,sex"],
    ],
    [
      "an event without its time",
      3,
      /outcome column "days" must hold a time wherever "event" happened, found none in row 8 of those read/,
      (row) => (row === 7 ? { days: "" } : {}),
      timed,
    ],
    [
      "a time below 0",
      3,
      /outcome column "days" must hold numbers of 0 or more, found others in row 8 of those read/,
      (row) => (row === 7 ? { days: -3 } : {}),
      timed,
    ],
    [
      "a weight below 0",
      3,
      /samplingWeights "weight": every weight must be a number above 0, found 1 that are not/,
      (row) => (row === 7 ? { weight: -2 } : {}),
      [...asked, "--sampling-weights", "weight"],
    ],
    [
      "clusters with people in both arms where clusters were assigned",
      3,
      /cluster "site": people of one cluster are in both arms, but clusters were assigned \(random\)/,
      (row) => ({ site: `S${row % 6}` }),
      [...asked, "--cluster", "site", "--assignment", "random"],
    ],
    [
      "an outcome named as a covariate",
      2,
      /covariate must be known before treatment, got "event", a treatment or outcome here/,
      () => ({}),
      ["--id", "id", ...options, "--covariates", "age,event"],
    ],
    [
      "a time of follow-up named as a covariate",
      2,
      /covariate must be known before treatment, got "days", a time of follow-up here/,
      () => ({}),
      ["--id", "id", ...options, "--time", "days", "--event", "event", "--covariates", "age,days"],
    ],
    [
      "time at risk where no outcome is a count",
      2,
      /--exposure: expected an outcome that is a count \(--type count\), found none/,
      () => ({}),
      [...asked, "--exposure", "days"],
    ],
  ])("%s", (_, code, text, change, argv) => expectRefused(code, text, "compare", study(change), ...argv));
});

describe("what no regression can answer is said, and never a number out of all proportion", () => {
  it.each<[string, RegExp, (row: number) => Record<string, string | number>, readonly string[]]>([
    ["a constant covariate", /sex left out: it does not vary/, () => ({ sex: "f" }), asked],
    [
      "columns that repeat each other",
      /left out: it repeats other columns/,
      (row) => ({ site: 2 * (20 + ((row * 7) % 25)) }),
      ["--id", "id", ...options, "--covariates", "age,site"],
    ],
    ["a level without events", /sex=|sex \(|Firth's/, (row) => (row % 3 ? {} : { event: 0 }), timed],
    ["an arm without events", /Firth's/, (row) => (row < 30 ? { event: 0 } : {}), timed],
    ["an outcome that is the arm", /Firth's|says for certain/, (row) => ({ event: Number(row < 30) }), timed],
  ])("%s", async (_, text, change, argv) => {
    const { code, out } = await runCommand("compare", study(change), ...argv, "--json");
    expect([0, 4]).toContain(code);
    expect(out).toMatch(text);
    const { estimates, models }: Comparison = JSON.parse(out);
    for (const { measure, estimate } of estimates) {
      if (measure.endsWith("Ratio")) expect(Math.abs(Math.log(estimate as number))).toBeLessThan(Math.log(1e4));
    }
    for (const { terms } of models)
      for (const { estimate } of terms) expect(Math.abs(estimate as number)).toBeLessThan(12);
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
