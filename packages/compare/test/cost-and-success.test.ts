import { describe, it } from "vitest";
import { expectClose, oracle } from "./support/oracle.ts";
import { type Cell, compareRows, randomised } from "./support/studies.ts";

/** 240 people whose costs and successes are correlated by construction, worked in R: oracles/cost-and-success.R. */
const inR = oracle("cost-and-success");
const setting = (cost: readonly Cell[]) => ({
  rows: {
    id: inR.treat.map((_: number, row: number) => `p${row + 1}`),
    treat: inR.treat as Cell[],
    cost,
    success: inR.success as Cell[],
  },
  layout: {
    id: "id",
    treatment: "treat",
    covariates: [],
    outcomes: [
      { id: "cost", kind: "continuous", column: "cost" },
      { id: "success", kind: "binary", column: "success" },
    ],
  } as const,
  outcomes: [
    { id: "cost", kind: "continuous" },
    { id: "success", kind: "binary" },
  ] as const,
  plan: randomised,
});

/** Variance of each difference, and their covariance. */
function differences(cost: readonly Cell[]) {
  const { keys, covariance, estimates } = compareRows(setting(cost)).jointCovariance[0]!;
  const at = (outcome: string, arm: string) => keys.findIndex((key) => key.outcome === outcome && key.arm === arm);
  const of = (a: number, b: number) => covariance[a * keys.length + b]!;
  const between = (a: string, b: string) => {
    const [at1, ac, bt, bc] = [at(a, "treated"), at(a, "comparison"), at(b, "treated"), at(b, "comparison")];
    return of(at1, bt) - of(at1, bc) - of(ac, bt) + of(ac, bc);
  };
  return { between, value: (outcome: string, arm: string) => estimates[at(outcome, arm)]! };
}

describe("costs and successes of the same people", () => {
  const found = differences(inR.cost);

  it("are estimated together: values, variances and their covariance are those of R", () => {
    expectClose(found.value("cost", "treated"), inR.means.costTreated, 1e-12);
    expectClose(found.value("success", "comparison"), inR.means.successComparison, 1e-12);
    expectClose(Math.sqrt(found.between("cost", "cost")), inR.standardErrors.cost, 1e-10);
    expectClose(Math.sqrt(found.between("success", "success")), inR.standardErrors.success, 1e-10);
    expectClose(found.between("cost", "success"), inR.covariance, 1e-10);
  });

  it("net benefit worked person by person and regressed on the arm has the variance the covariance gives", () => {
    for (const { worth, standardError } of inR.net) {
      const variance =
        worth ** 2 * found.between("success", "success") +
        found.between("cost", "cost") -
        2 * worth * found.between("cost", "success");
      expectClose(Math.sqrt(variance), standardError, 1e-10);
    }
  });

  it("change the sign of the covariance when whoever succeeds costs less", () => {
    const turned = differences(inR.cost.map((pounds: number) => 10_000 - pounds));
    expectClose(turned.between("cost", "success"), -inR.covariance, 1e-10);
  });
});
