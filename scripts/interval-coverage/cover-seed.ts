import { compareGroups } from "../../packages/compare/src/index.ts";
import { artefactsFromTable, booleansOf, type Columns, textsOf } from "../../packages/schema/src/index.ts";
import { simulateProgramme } from "../../packages/simulate/src/index.ts";
import { flatStudy } from "./flat-study.ts";

/** One programme: what the matched comparison said, what was true, and what a before-and-after would have said. */
export interface CoveredSeed {
  readonly seed: number;
  /** Treated people the estimate describes. */
  readonly matched: number;
  /** Difference in the share with any recorded domestic-abuse crime in 12 months, treated minus comparison. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Mean expected difference of the matched treated people given their record. */
  readonly truth: number;
  /** What the matched arms would differ by without a programme, given their record: what matching left over. */
  readonly imbalance: number;
  /** Share of everybody selected with such a crime in the 12 months before the decision, and after it. */
  readonly naiveBefore: number;
  readonly naiveAfter: number;
}

const outcome = "da-recorded-12m";

/** Simulates the default programme from a seed and runs the headline comparison of its own plan on it. */
export function coverSeed(seed: number): CoveredSeed {
  const programme = simulateProgramme({ seed, tables: ["people", "selections", "searches", "events"] });
  const headline = programme.plan.comparisons[0];
  const declaration = programme.plan.outcomes.find((one) => one.id === outcome)!;
  const flat = flatStudy(programme);
  const { baseline, outcomes, rowsRead, exclusions } = artefactsFromTable(flat, {
    id: "id",
    treatment: "selected",
    covariates: headline.covariates!,
    outcomes: [{ id: outcome, kind: "binary", column: "any_da_after" }],
  });
  const { comparison, matchedRows } = compareGroups({
    id: headline.id,
    label: headline.label ?? headline.id,
    baseline,
    outcomes,
    declarations: [declaration],
    plan: { ...headline, outcomes: [outcome] },
    provenance: { inputs: [], seed, version: "coverage", options: null },
    rowsRead,
    exclusions: [...exclusions],
    tieDraws: 0,
  });
  const estimate = comparison.estimates.find((one) => one.id === `${outcome}:riskDifference:matched`);
  if (estimate === undefined)
    throw new RangeError(`coverSeed: seed must give a matched estimate, got none for ${seed}`);
  const [low, high] = estimate.interval as [number, number];
  const [treated, untreated] = matchedArms(matchedRows, flat);
  const selected = rowsSelected(flat);
  return {
    seed,
    matched: treated.length,
    estimate: estimate.estimate as number,
    low,
    high,
    truth: programme.truth(treated, outcome),
    imbalance: programme.expected(treated, outcome, false) - programme.expected(untreated, outcome, false),
    naiveBefore: share(booleansOf(flat, "any_da_before").values, selected),
    naiveAfter: share(booleansOf(flat, "any_da_after").values, selected),
  };
}

function matchedArms(matchedRows: Columns, flat: Columns): [treated: string[], comparison: string[]] {
  const ids = textsOf(flat, "id").values;
  const selected = new Set(rowsSelected(flat).map((row) => ids[row]!));
  const matched = textsOf(matchedRows, "id").values;
  return [matched.filter((id) => selected.has(id)), matched.filter((id) => !selected.has(id))];
}

function rowsSelected(flat: Columns): number[] {
  const selected = booleansOf(flat, "selected").values;
  return Array.from(selected.keys()).filter((row) => selected[row] === 1);
}

function share(values: Uint8Array, rows: readonly number[]): number {
  return rows.filter((row) => values[row] === 1).length / rows.length;
}
