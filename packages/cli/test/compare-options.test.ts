import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const { columns } = JSON.parse(readFileSync(join(repository, "packages/compare/oracles/lalonde.json"), "utf8"))
  .data as {
  columns: Record<string, (string | number)[]>;
};
const folder = temporaryFolder();
const file = join(folder, "lalonde.csv");
const names = Object.keys(columns);
const rows = columns.treat!.map((_, row) =>
  [
    `P${row + 1}`,
    ...names.map((name) => columns[name]![row]),
    Number(columns.re78![row]) > 0 ? 1 : 0,
    0.5 + ((row * 37) % 8) / 2,
  ].join(","),
);
const header = ["id", ...names, "emp78", "w"].join(",");
writeFileSync(file, `${header}\n${rows.join("\n")}\n`);

/** The same table without some values, whatever they are. */
const withGaps = join(folder, "gaps.csv");
const gaps = rows.map((row, at) =>
  row
    .split(",")
    .map((cell, column) => (column > 3 && column < 9 && (at * 7919 + column * 31) % 100 < 7 ? "" : cell))
    .join(","),
);

writeFileSync(withGaps, `${header}\n${gaps.join("\n")}\n`);

const common = [
  file, "--id", "id", "--treatment", "treat", "--treated-value", "1", "--outcome", "re78,emp78",
  "--covariates", "age,educ,race,married,nodegree,re74,re75",
]; // biome-ignore format: one option and its value beside each other

const hasR = spawnSync("Rscript", ["-e", "library(survival)"], { encoding: "utf8" }).status === 0;

describe.skipIf(!hasR)("the R script of a comparison (skipped: no Rscript)", () => {
  it.each([
    ["none", 4],
    ["ipw", 4],
    ["ipw --estimand ate", 4],
    ["ipw --score probit --trim 0.05", 4],
    ["ipw --score-squares age,educ --stabilise", 4],
    ["subclass --score-splines age", 4],
    ["none --sampling-weights w", 2],
    ["overlap --sampling-weights w", 2],
    ["none --missing indicator", 4],
    ["ipw --missing indicator --score-splines age --trim 0.02", 4],
    ["ipw --missing impute --imputations 2", 2],
    ["overlap", 4],
    ["matching-weights", 4],
    ["subclass --subclasses 6", 4],
    ["cem --bins 7", 4],
    ["exact --exact race,married", 4],
    ["nearest --caliper 0.2", 2],
  ])("--method %s: R finds the numbers it says to expect", async (method, checked) => {
    const script = join(folder, "script.R");
    const [first, ...others] = common;
    const table = method.includes("--missing") ? withGaps : first!;
    const typed = [table, ...others, "--method", ...method.split(" "), "--r-script", script];
    const { code } = await runCommand("compare", ...typed);
    expect(code).toBe(0);
    const run = spawnSync("Rscript", [script], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    expect(run.stdout.match(/as expected/g)!.length).toBeGreaterThanOrEqual(checked);
  });

  it("stops where a number is another", async () => {
    const script = join(folder, "script.R");
    await runCommand("compare", ...common, "--method", "ipw", "--r-script", script);
    writeFileSync(script, readFileSync(script, "utf8").replace(", 1214.", ", 1215."));
    expect(spawnSync("Rscript", [script], { encoding: "utf8" }).stderr).toContain("found 1214.07");
  });
});

describe("options of compare", () => {
  it("--explain says how it was done and where it is published", async () => {
    const { code, out } = await runCommand("compare", ...common, "--method", "overlap", "--explain");
    expect(code).toBe(0);
    expect(out).toContain("count those most who could have been in either group");
    expect(out).toContain("doi:10.1080/01621459.2016.1260466");
  });

  it("--explain says what became of people about whom something is not known", async () => {
    const [, ...others] = common;
    const typed = [withGaps, ...others, "--method", "ipw", "--missing", "impute", "--imputations", "3", "--explain"];
    const { code, out } = await runCommand("compare", ...typed, "--score-squares", "age");
    expect(code).toBe(0);
    expect(out).toContain("filled in 3 times over from the others and the group, never from outcomes");
    expect(out).toContain("also takes the square of age");
    expect(out).toContain("doi:10.1093/biomet/86.4.948");
  });

  it.each([
    [["--method", "nearest", "--covariate-calipers", "age"], "--covariate-calipers: expected NAME=NUMBER"],
    [["--method", "ipw", "--trim", "0.7"], "--trim: expected a number above 0 and below 0.5, found 0.7"],
    [["--method", "subclass", "--subclasses", "many"], "--subclasses: expected a number"],
    [["--method", "ipw", "--estimand", "atx"], "--estimand: expected att, atc, ate, ato"],
    [["--method", "overlap", "--subgrup", "race"], "did you mean --subgroup"],
  ])("%j is wrong usage, said in one line", async (typed, message) => {
    const { code, out, err } = await runCommand("compare", ...common, ...typed);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("reach the comparison: calipers by covariate, columns that must differ, subgroups", async () => {
    const typed = ["--method", "nearest", "--covariate-calipers", "age=0.5,educ=1", "--subgroup", "race", "--json"];
    const { code, out } = await runCommand("compare", ...common, ...typed);
    expect(code).toBe(0);
    const { matching, estimates } = JSON.parse(out);
    expect(Object.keys(matching.constraintsChecked).join(" ")).toContain("age");
    expect(estimates.some((estimate: { subgroup: string | null }) => estimate.subgroup !== null)).toBe(true);
  });
});
