import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison, Estimate } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { hasSharedData, repository, runCommand, sharedData, temporaryFolder } from "./run-command.ts";

const lalonde = JSON.parse(readFileSync(join(repository, "packages/compare/oracles/lalonde.json"), "utf8"));
const rossi = JSON.parse(readFileSync(join(repository, "packages/compare/oracles/rossi.json"), "utf8"));
const tarp = join(repository, "reports/tarp/data/releases.csv");

const tarpOptions = [
  "--treatment", "fin", "--treated-value", "yes", "--outcome", "arrest", "--covariates", "age,race,wexp,mar,paro,prio",
  "--time", "week", "--event", "arrest", "--assignment", "random", "--json",
]; // biome-ignore format: one option and its value beside each other

async function compareJson(...argv: string[]): Promise<Comparison> {
  const { code, out, err } = await runCommand("compare", ...argv);
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out);
}

function estimateOf(comparison: Comparison, id: string): Estimate {
  return comparison.estimates.find((estimate) => estimate.id === id)!;
}

function level(comparison: Comparison, estimate: string): [number | null, number | null] {
  const grade = comparison.evidence.find((one) => one.scale === "wwclg" && one.estimates.includes(estimate))!;
  return [grade.level, grade.atMost];
}

function expectTarp(comparison: Comparison): void {
  const crude = estimateOf(comparison, "arrest:riskDifference:crude");
  expect(crude.primary).toBe(true);
  expect([crude.treated.events, crude.treated.n, crude.comparison.events, crude.comparison.n]).toEqual([
    48, 216, 66, 216,
  ]);
  // Newcombe's method 10 by hand from Wilson limits: -16.5 to -0.015 points (design brief and oracle of stats).
  expect(100 * (crude.interval[0] as number)).toBeCloseTo(-16.5, 1);
  expect(100 * (crude.interval[1] as number)).toBeCloseTo(-0.015, 3);
  const logRank = comparison.tests.find((test) => test.test === "log-rank")!;
  expect(logRank.statistic).toBeCloseTo(rossi.log_rank.log_rank_fin.chisq, 9);
  const cox = comparison.models.find((model) => model.model.startsWith("cox") && model.terms.length > 1)!;
  const [coefficients, errors] = [
    Object.values(rossi.cox.efron.coefficients),
    Object.values(rossi.cox.efron.standard_errors),
  ];
  expect(cox.terms).toHaveLength(7);
  // R's reference levels differ for two factors, which only turns their signs round.
  const sizes = (values: readonly number[]) => values.map(Math.abs).sort((a, b) => a - b);
  const ours = sizes(cox.terms.map((term) => term.estimate as number));
  sizes(coefficients as number[]).forEach((size, index) => {
    expect(ours[index]).toBeCloseTo(size, 9);
  });
  const aid = cox.terms[0]!;
  expect(aid.estimate).toBeCloseTo(coefficients[0] as number, 9);
  expect(aid.standardError).toBeCloseTo(errors[0] as number, 9);
  const last = (arm: string) => comparison.curves.find((curve) => curve.arm === arm)!.points.at(-1)!.value;
  expect(last("treated")).toBeCloseTo(0.7777778, 7);
  expect(last("comparison")).toBeCloseTo(0.6944444, 7);
}

describe("TARP from one command", () => {
  it("agrees with R on the rows in the repository", async () => expectTarp(await compareJson(tarp, ...tarpOptions)));

  it.skipIf(!hasSharedData)("agrees with R on the file as published (skipped without ../shared)", async () => {
    expectTarp(await compareJson(join(sharedData, "tarp-rossi/Rossi.csv"), ...tarpOptions));
  });

  it("is graded per estimate: crude 3 at most 4, adjusted 3 at most 5", async () => {
    const comparison = await compareJson(tarp, ...tarpOptions);
    expect(level(comparison, "arrest:riskDifference:crude")).toEqual([3, 4]);
    expect(level(comparison, "arrest:riskDifference:adjusted")).toEqual([3, 5]);
  });

  it("reaches 4 and 5 when facts say that none were lost and none crossed over", async () => {
    const facts = join(temporaryFolder(), "facts.yaml");
    const none = (why: string) => `{ treated: 0, comparison: 0, why: ${why} }`;
    writeFileSync(facts, `attrition: ${none("all 432 followed")}\ncrossover: ${none("paid as assigned")}\n`);
    const comparison = await compareJson(tarp, ...tarpOptions, "--facts", facts);
    expect(level(comparison, "arrest:riskDifference:crude")[0]).toBe(4);
    expect(level(comparison, "arrest:riskDifference:adjusted")[0]).toBe(5);
  });

  it("says beside its verdict what speaks against it", async () => {
    const comparison = await compareJson(tarp, ...tarpOptions);
    const rules = comparison.claims[0]!.caveats.map((caveat) => caveat.rule);
    expect(comparison.claims[0]!.verdict).toBe("better");
    expect(rules).toEqual(
      expect.arrayContaining(["caveat-primary-by-default", "caveat-adjusted-includes-null", "caveat-test-p-above"]),
    );
    const p = comparison.claims[0]!.caveats.find((caveat) => caveat.rule === "caveat-test-p-above")!;
    expect(p.text).toContain("0.0501");
  });
});

it("any estimate can be the primary, and every sentence about it can be written", async () => {
  const { estimates } = await compareJson(tarp, ...tarpOptions);
  expect(estimates.map((estimate) => estimate.measure)).toContain("hazardRatio");
  for (const { id } of estimates) {
    const comparison = await compareJson(tarp, ...tarpOptions, "--primary", id);
    expect(comparison.estimates.filter((estimate) => estimate.primary).map((estimate) => estimate.id)).toEqual([id]);
    const { can, cannot, caveats } = comparison.claims[0]!;
    for (const sentence of [...can, ...cannot, ...caveats]) expect(sentence.text, sentence.rule).toBeTruthy();
  }
});

const matchOptions = [
  "--treatment", "treat", "--outcome", "re78", "--covariates", "age,educ,race,married,nodegree,re74,re75", "--id", "rownames",
  "--method", "nearest", "--distance", "probability", "--caliper", "0.2", "--order", "largest", "--json",
]; // biome-ignore format: one option and its value beside each other

/** LaLonde's rows with the ids of the published file: NSW1 … NSW185, PSID1 … PSID429. */
function lalondeRows(): string[] {
  const { treat, age, educ, race, married, nodegree, re74, re75, re78 } = lalonde.data.columns;
  const columns = [treat, age, educ, race, married, nodegree, re74, re75, re78] as unknown[][];
  return Array.from({ length: lalonde.data.rows }, (_, row) => {
    const id = row < 185 ? `NSW${row + 1}` : `PSID${row - 184}`;
    return [id, ...columns.map((column) => column[row])].join(",");
  });
}

function lalondeFile(rows: readonly string[]): string {
  const file = join(temporaryFolder(), "lalonde.csv");
  writeFileSync(file, `rownames,treat,age,educ,race,married,nodegree,re74,re75,re78\n${rows.join("\n")}\n`);
  return file;
}

function expectLalonde(comparison: Comparison): void {
  const matched = estimateOf(comparison, "re78:meanDifference:matched");
  expect(comparison.matching!.treatedMatched).toBe(113);
  expect(matched.estimate).toBeCloseTo(1571.7445, 4);
  expect(matched.standardError).toBeCloseTo(1010.948, 3);
  expect(matched.estimand).toBe("ATM");
}

describe("a file that nothing is declared of", () => {
  it("with semicolons gives what commas give, and what was assumed is said", async () => {
    const strip = ({ provenance: _, ...rest }: Comparison) => rest;
    const commas = lalondeFile(lalondeRows());
    const semicolons = join(temporaryFolder(), "semicolons.csv");
    writeFileSync(semicolons, readFileSync(commas, "utf8").replaceAll(",", ";"));
    const { code, out, err } = await runCommand("compare", semicolons, ...matchOptions);
    expect(code).toBe(0);
    expect(strip(JSON.parse(out))).toEqual(strip(await compareJson(commas, ...matchOptions)));
    expect(err).toBe(
      `likewise: ${semicolons}: read with delimiter ;: semicolons give 10 cells in 615 of its first 615 records, commas 1 in 615\n`,
    );
  });
});

describe("LaLonde from one command", () => {
  it("finds 113 pairs and the effect R finds", async () => {
    expectLalonde(await compareJson(lalondeFile(lalondeRows()), ...matchOptions));
  });

  it("gives the same bytes after the rows are shuffled", async () => {
    const rows = lalondeRows();
    const shuffled = rows.map((row, index) => ({ row, at: (index * 7919) % 613 })).sort((a, b) => a.at - b.at);
    const strip = ({ provenance: _, ...rest }: Comparison) => JSON.stringify(rest);
    const inOrder = await compareJson(lalondeFile(rows), ...matchOptions);
    expect(strip(await compareJson(lalondeFile(shuffled.map(({ row }) => row)), ...matchOptions))).toBe(strip(inOrder));
  });

  it.skipIf(!hasSharedData)("agrees on the file as published (skipped without ../shared)", async () => {
    expectLalonde(await compareJson(join(sharedData, "nsw-lalonde/lalonde.csv"), ...matchOptions));
  });
});
