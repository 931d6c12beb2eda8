import { sampleVariance } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { effectsTable } from "./support/effects-study.ts";
import { expectClose } from "./support/oracle.ts";
import { compareRows, type Rows, randomised, selected } from "./support/studies.ts";

const table = effectsTable() as unknown as Rows;
const layout = {
  id: "id",
  treatment: "treat",
  covariates: ["age", "risk", "site"],
  outcomes: [
    { id: "event", kind: "binary", column: "event" },
    { id: "count", kind: "count", column: "count", exposure: "years" },
    { id: "score", kind: "continuous", column: "score" },
  ],
} as const;
const outcomes = layout.outcomes.map(({ id, kind }) => ({ id, kind }));
const covariates = ["age", "risk"];
const run = (plan: object) =>
  compareRows({ rows: table, layout, outcomes, plan: { ...randomised, covariates, ...plan } as typeof randomised });

describe("joint covariance", () => {
  it("holds every arm value of the primaries, by outcome and arm", () => {
    const [identity, log] = run({}).jointCovariance;
    expect(identity!.keys).toHaveLength(6);
    expect(identity!.covariance).toHaveLength(36);
    identity!.estimates.forEach((value, k) => {
      expectClose(log!.estimates[k], Math.log(value), 1e-14);
    });
  });

  it("has the sample covariance of two outcomes over the people of an arm, divided by their number", () => {
    const [identity] = run({}).jointCovariance;
    const rows = (table.treat as number[]).map((_, row) => row).filter((row) => table.treat![row] === 1);
    const event = rows.map((row) => table.event![row] as number);
    const score = rows.map((row) => table.score![row] as number);
    // cov(a, b) = (var(a + b) − var(a) − var(b)) / 2
    const both = event.map((value, k) => value + score[k]!);
    const covariance = (sampleVariance(both) - sampleVariance(event) - sampleVariance(score)) / 2 / rows.length;
    const at = (outcome: string) => identity!.keys.findIndex((key) => key.outcome === outcome && key.arm === "treated");
    expectClose(identity!.covariance[6 * at("event") + at("score")], covariance, 1e-9);
    expectClose(identity!.covariance[7 * at("event")], sampleVariance(event) / rows.length, 1e-10);
  });

  it("is symmetric, and independent between arms only where people are", () => {
    for (const [plan, independent] of [
      [{}, true],
      [{ ...selected, covariates: [], cluster: "site" }, false],
      [{ ...selected, method: "nearest" }, false],
    ] as const) {
      const [identity] = run(plan).jointCovariance;
      const at = (row: number, column: number) => identity!.covariance[6 * row + column]!;
      for (let row = 0; row < 6; row++)
        for (let column = 0; column < 6; column++) expectClose(at(row, column), at(column, row), 1e-12);
      expect(at(0, 1) === 0).toBe(independent);
    }
  });

  it.each([
    ["crude", {}],
    ["clustered", { ...selected, covariates: [], cluster: "site" }],
    ["matched", { ...selected, method: "nearest" }],
  ] as const)("gives back the printed standard error of every %s difference", (_, plan) => {
    const { comparison, jointCovariance } = run(plan);
    const [identity] = jointCovariance;
    for (const id of ["count:rateDifference", "score:meanDifference"]) {
      const [outcome] = id.split(":");
      const k = identity!.keys.findIndex((key) => key.outcome === outcome);
      const at = (row: number, column: number) => identity!.covariance[6 * row + column]!;
      const printed = comparison.estimates.find((one) => one.primary && one.outcome === outcome)!;
      const variance = at(k, k) + at(k + 1, k + 1) - 2 * at(k, k + 1);
      expectClose(Math.sqrt(variance), printed.standardError as number, 1e-9);
    }
  });

  it("is keyed by the group of offences an outcome declares, and by none where it declares none", () => {
    const declared = outcomes.map((outcome, k) => (k === 0 ? { ...outcome, offenceGroup: "violence" } : outcome));
    const { jointCovariance } = compareRows({
      rows: table,
      layout,
      outcomes: declared,
      plan: { ...randomised, covariates },
    });
    for (const { keys } of jointCovariance) {
      for (const { outcome, group } of keys) expect(group).toBe(outcome === declared[0]!.id ? "violence" : null);
    }
  });
});
