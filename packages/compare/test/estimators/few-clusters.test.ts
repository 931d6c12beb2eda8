import type { AnalysisSet, Effect } from "@likewise/compare";
import { Failure } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { effectsTable, estimator, people } from "../support/effects-study.ts";
import { expectClose, oracle } from "../support/oracle.ts";
import { type Cell, compareRows, estimate, type Rows, randomised, selected } from "../support/studies.ts";

const reference = oracle("few-clusters");
const table = effectsTable() as Record<string, number[]>;
const options = { level: 0.95, standardiseOver: "everyone" } as const;

const outcomes = {
  crudeRisks: ["crude-risks", "riskDifference", "binary", table.event!],
  crudeMeans: ["crude-means", "meanDifference", "continuous", table.score!],
  crudeRates: ["crude-rates", "rateDifference", "count", table.count!],
  adjustedMeans: ["adjusted-means", "meanDifference", "continuous", table.score!],
  adjustedRisks: ["adjusted-risks", "riskDifference", "binary", table.event!],
} as const;

function clustered(kind: AnalysisSet["kind"], values: readonly number[], sites: "crossing" | "nested"): AnalysisSet {
  const set = people(kind, values, true);
  if (sites === "crossing") return set;
  const names: string[] = reference.nestedSites;
  const distinct = [...new Set(names)];
  return { ...set, clusters: { kind: "cluster", codes: Int32Array.from(names, (name) => distinct.indexOf(name)) } };
}

describe.each(["crossing", "nested"] as const)("people in few clusters, arms %s", (sites) => {
  it.each(Object.entries(outcomes))("have clubSandwich's CR2 and degrees of freedom: %s", (key, parts) => {
    const [id, measure, kind, values] = parts;
    const theirs = reference[sites][key];
    const { effects } = estimator(id).estimate(clustered(kind, values, sites), options);
    const ours = effects.find((one) => one.measure === measure) as Effect;
    expectClose(ours.estimate, theirs.estimate ?? theirs.difference, 1e-7);
    expectClose(ours.standardError, theirs.se, 1e-7);
    expect(ours.standardErrorKind).toContain("CR2");
    // A rate's difference has limits by arm (MOVER), and the degrees of freedom of those.
    if (measure !== "rateDifference") expectClose(ours.df, theirs.df, 1e-6);
    if (key === "crudeMeans") expectClose(ours.pValue, theirs.p, 1e-6);
  });

  it("have arm values whose scaled influences give their variances", () => {
    const set = clustered("continuous", table.score!, sites);
    const result = estimator("crude-means").estimate(set, options);
    const { treated, comparison } = result.armInfluence!;
    const sums = (influence: Float64Array) => {
      const totals = new Map<number, number>();
      set.clusters!.codes.forEach((code, row) => {
        totals.set(code, (totals.get(code) ?? 0) + influence[row]!);
      });
      return [...totals.values()].reduce((sum, total) => sum + total ** 2, 0);
    };
    const whole = treated.factor * sums(treated.influence) + comparison.factor * sums(comparison.influence);
    // Sites of one arm each: the arms are independent, and the difference has the sum of their variances.
    if (sites === "nested") expectClose(Math.sqrt(whole), result.effects[0]!.standardError!, 1e-9);
    else expect(whole).toBeGreaterThan(0);
  });
});

const layout = {
  treatment: "arm",
  covariates: ["site", "x"],
  outcomes: [{ id: "y", kind: "continuous", column: "y" }],
} as const;
const outcome = [{ id: "y", kind: "continuous" }] as const;

/** So many treated sites and eight others of six people each; sites differ. */
function sites(treatedSites: number): Rows {
  const people = Array.from({ length: (treatedSites + 8) * 6 }, (_, row) => ({
    site: Math.floor(row / 6),
    at: row % 6,
  }));
  return {
    arm: people.map(({ site }): Cell => (site < treatedSites ? 1 : 0)),
    site: people.map(({ site }): Cell => `s${site}`),
    x: people.map(({ at }): Cell => at),
    y: people.map(({ site, at }): Cell => ((site * 7) % 5) + at / 3 + (site < treatedSites ? 2 : 0)),
  };
}

describe("very few clusters in an arm", () => {
  const compare = (rows: Rows, plan = { ...randomised, covariates: ["x"], cluster: "site" }, seed = 1) =>
    compareRows({ rows, layout, outcomes: outcome, plan, seed });

  it("have the wild cluster bootstrap beside the estimate, the same for the same seed", () => {
    const { comparison } = compare(sites(4));
    const [wild] = comparison.tests.filter(({ test }) => test.startsWith("wild cluster bootstrap of the crude"));
    expectClose(wild!.estimate, estimate({ comparison } as never, "y:meanDifference:crude").estimate as number, 1e-10);
    expect(wild!.pValue).toBeGreaterThan(0);
    expect(compare(sites(4)).comparison.tests).toEqual(comparison.tests);
    expect(comparison.assumptions.join()).toContain("Satterthwaite");
  });

  it("have none where each arm has six or more", () => {
    expect(compare(sites(6)).comparison.tests).toEqual([]);
  });

  it("are refused where there is one", () => {
    expect(compare(sites(1)).comparison.refusals.map(({ id }) => id)).toContain("few-clusters:y:meanDifference:crude");
  });
});

describe("clusters with people of both arms", () => {
  const rows = sites(4);
  const crossing = { ...rows, arm: rows.arm!.map((arm, row) => (row === 0 ? 0 : arm)) };
  const plan = { covariates: ["x"], cluster: "site" };

  it.each(["random", "area-rollout"] as const)("are bad data where clusters were assigned: %s", (assignment) => {
    const run = () =>
      compareRows({ rows: crossing, layout, outcomes: outcome, plan: { ...randomised, ...plan, assignment } });
    expect(run).toThrow(Failure);
    expect(run).toThrow('cluster "site": people of one cluster are in both arms');
  });

  it("are no matter where people were selected one by one", () => {
    expect(() =>
      compareRows({ rows: crossing, layout, outcomes: outcome, plan: { ...selected, ...plan } }),
    ).not.toThrow();
  });
});
