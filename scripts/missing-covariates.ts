/**
 * What dropping, marking and imputing people of whom a confounder is not known make of an effect of exactly 1: 300 studies of
 * 300 people. The confounder is unknown of about a third, more often where it is high and where people are treated; another
 * covariate close to it is always known. Gaps have nothing to do with outcomes given those.
 *
 *   npx tsx --conditions=source scripts/missing-covariates.ts
 *
 * Writes packages/compare/oracles/missing-covariates.json.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { compareGroups } from "../packages/compare/src/index.ts";
import { artefactsFromTable, columnsOf, numberColumn } from "../packages/schema/src/index.ts";
import { randomStream, sampleVariance } from "../packages/stats/src/index.ts";

const studies = 300;
const people = 300;
const target = path.resolve(import.meta.dirname, "../packages/compare/oracles/missing-covariates.json");

const rows = (["drop", "impute", "indicator"] as const).map((missing) => {
  const answers = Array.from({ length: studies }, (_, study) => answerOf(study, missing));
  const estimates = answers.map(({ estimate }) => estimate);
  const mean = estimates.reduce((sum, one) => sum + one, 0) / studies;
  return {
    missing,
    meanEstimate: mean,
    monteCarloError: Math.sqrt(sampleVariance(estimates) / studies),
    intervalsThatHoldOne: answers.filter(({ holds }) => holds).length / studies,
  };
});
const source = {
  kind: "identity",
  working:
    "The effect is 1 by construction, and a 95 % interval holds it in 95 % of repetitions; scripts/missing-covariates.ts",
};
writeFileSync(target, `${JSON.stringify({ source, seed: 77, studies, people, rows }, null, 2)}\n`);
process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);

function answerOf(study: number, missing: "drop" | "impute" | "indicator") {
  const stream = randomStream(77).split(study);
  const normals = () => Array.from({ length: people }, () => stream.normal());
  const chance = (logit: number) => stream.bernoulli(1 / (1 + Math.exp(-logit)));
  const x = normals();
  const z = x.map((value) => value + 0.7 * stream.normal());
  const arm = x.map((value) => (chance(value - 0.4) ? 1 : 0));
  const y = x.map((value, i) => value + arm[i]! + stream.normal());
  const seen = x.map((value, i) => (chance(z[i]! + arm[i]! - 1.2) ? null : value));
  const table = columnsOf({
    arm: numberColumn(arm),
    x: numberColumn(seen),
    z: numberColumn(z),
    y: numberColumn(y),
  });
  const artefacts = artefactsFromTable(table, {
    treatment: "arm",
    covariates: ["x", "z"],
    outcomes: [{ id: "y", kind: "continuous", column: "y" }],
  });
  const { comparison } = compareGroups({
    id: "study",
    label: "study",
    ...artefacts,
    declarations: [{ id: "y", kind: "continuous" }],
    plan: {
      id: "study",
      assignment: "selected",
      comparator: "concurrent-untreated",
      method: "none",
      missing,
      ...(missing === "impute" ? { imputations: 10 } : {}),
    },
    provenance: { inputs: [], seed: study + 1, version: "0.0.0", options: null },
    tieDraws: 0,
  });
  const { estimate, interval } = comparison.estimates.find(({ id }) => id === "y:meanDifference:adjusted")!;
  const [lower, upper] = interval as [number, number];
  return { estimate: estimate as number, holds: lower <= 1 && upper >= 1 };
}
