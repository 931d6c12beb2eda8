import { compareGroups } from "../../packages/compare/src/index.ts";
import { artefactsFromTable, type ComparisonPlan, textsOf } from "../../packages/schema/src/index.ts";
import type { CoverageCell } from "./cells.ts";
import { type DrawnStudy, drawStudy } from "./draw-study.ts";

/** What one study said of itself, and what was true. */
export interface CoveredStudy {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Expected difference, given the covariates, of the people the estimate says it is about. */
  readonly truth: number;
  /** The estimate carries a warning. */
  readonly warned: boolean;
}

/** A study whose primary estimate was refused. */
export interface RefusedStudy {
  /** Rule of the refusal. */
  readonly refused: string;
}

const outcomeId = "outcome";

/** Draws one study and runs the cell's method on it. */
export function coverStudy(cell: CoverageCell, seed: number): CoveredStudy | RefusedStudy {
  const study = drawStudy(cell, seed);
  const plan: ComparisonPlan = {
    id: "headline",
    assignment: cell.treatedSites === null ? "selected" : "area-rollout",
    comparator: "concurrent-untreated",
    covariates: ["number", "yes"],
    ...cell.plan,
  };
  const artefacts = artefactsFromTable(study.table, {
    id: "id",
    treatment: "treated",
    covariates: ["number", "yes"],
    ...(cell.treatedSites === null ? {} : { cluster: "site" }),
    outcomes: [{ id: outcomeId, kind: "binary", column: "outcome" }],
  });
  const { comparison, matchedRows } = compareGroups({
    id: "headline",
    label: "coverage",
    ...artefacts,
    declarations: [{ id: outcomeId, kind: "binary", direction: "lower" }],
    plan,
    provenance: { inputs: [], seed, version: "coverage", options: null },
    tieDraws: 0,
  });
  const primary = comparison.estimates.find((one) => one.primary);
  // The primary's refusal comes first.
  if (primary === undefined) return { refused: comparison.refusals[0]!.id.split(":")[0]! };
  const [low, high] = primary.interval.map((limit) => (typeof limit === "number" ? limit : Number.NaN)) as [
    number,
    number,
  ];
  const matched = matchedRows.numRows === 0 ? null : weightsOf(textsOf(matchedRows, "id").values, study);
  return {
    estimate: primary.estimate as number,
    low,
    high,
    truth: truthOf(primary.estimand, study, matched),
    warned: primary.warnings !== undefined,
  };
}

/** 1 for everybody kept, 0 for those left out. */
function weightsOf(ids: readonly string[], study: DrawnStudy): Float64Array {
  const kept = new Set(ids);
  return Float64Array.from(textsOf(study.table, "id").values, (id) => (kept.has(id) ? 1 : 0));
}

function truthOf(estimand: string, study: DrawnStudy, matched: Float64Array | null): number {
  const { treated, score } = study;
  if (estimand === "ATE") return average(study, () => 1);
  if (estimand === "ATO") return average(study, (row) => score[row]! * (1 - score[row]!));
  return average(study, (row) => (treated[row] === 1 ? (matched?.[row] ?? 1) : 0));
}

function average({ withProgramme, without }: DrawnStudy, weight: (row: number) => number): number {
  let sum = 0;
  let total = 0;
  withProgramme.forEach((chance, row) => {
    sum += weight(row) * (chance - without[row]!);
    total += weight(row);
  });
  return sum / total;
}
