import type { ComparisonGroup, FormedGroup } from "../methods/comparison-group.ts";
import type { People } from "../people/people.ts";
import { scoreWeights } from "../weighting/score-weights.ts";
import { modelOfStrata } from "../weighting/weight-model.ts";
import { weightedGroup } from "../weighting/weighted-group.ts";
import { checkConstraints } from "./check-constraints.ts";
import type { MatchedSet } from "./matched-sets.ts";
import { matchingCounts } from "./matching-counts.ts";

/** Strata of people who are alike, and what is said of them. */
export interface Strata {
  /** Stratum of each person, from 0. */
  readonly codes: Int32Array;
  /** Propensity score the strata were made from; null without. */
  readonly score: Float64Array | null;
  /** Columns that must be equal in a stratum, by name, to be checked again. */
  readonly exact: Readonly<Record<string, ArrayLike<number>>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly models: ComparisonGroup["models"];
}

/**
 * People compared within strata: those of a stratum with both arms are weighted so that the arms have the same shares of each
 * stratum; those of the others are left out, which makes the effect that of the people matched.
 */
export function compareInStrata(people: People, strata: Strata, estimand: "att" | "atc" | "ate"): FormedGroup {
  const sets = setsOfStrata(people, strata.codes);
  if (sets.length === 0) return noStratum();
  const { model, weights } = strataModel(people, sets, estimand);
  const matching = matchingCounts(sets, people, weights);
  const left = (arm: number) => people.treated.some((one, row) => one === arm && weights[row] === 0);
  const isCut = (estimand !== "atc" && left(1)) || (estimand !== "att" && left(0));
  const asked = {
    scores: people.units,
    treated: people.treated,
    caliperWidth: null,
    ratio: people.numRows,
    exact: strata.exact,
  };
  const group = weightedGroup(
    people,
    Float64Array.from(model.rows, (row) => weights[row]!),
    model,
    {
      estimand: isCut ? "ATM" : (estimand.toUpperCase() as "ATT"),
      population: isCut
        ? `${populations[estimand]} with somebody of the other arm in their stratum`
        : `all ${populations[estimand]}`,
      options: strata.options,
      models: strata.models,
    },
  );
  return {
    group: {
      ...group,
      sets,
      score: strata.score,
      matching: { ...matching, constraintsChecked: checkConstraints(sets, asked) },
    },
  };
}

const populations = { att: "treated people", atc: "comparison people", ate: "people of both arms" } as const;

/** Strata with both arms, in order of their first person. */
function setsOfStrata({ treated }: People, codes: Int32Array): MatchedSet[] {
  const members = new Map<number, { treated: number[]; comparison: number[] }>();
  codes.forEach((code, row) => {
    const set = members.get(code) ?? { treated: [], comparison: [] };
    members.set(code, set);
    (treated[row] === 1 ? set.treated : set.comparison).push(row);
  });
  return [...members.values()].filter((set) => set.treated.length > 0 && set.comparison.length > 0);
}

function strataModel(people: People, sets: readonly MatchedSet[], estimand: "att" | "atc" | "ate") {
  const setOf = new Int32Array(people.numRows).fill(-1);
  const shareOf = new Float64Array(people.numRows);
  sets.forEach((set, code) => {
    const members = [...set.treated, ...set.comparison];
    for (const row of members) {
      setOf[row] = code;
      shareOf[row] = set.treated.length / members.length;
    }
  });
  const rows = Int32Array.from(setOf, (_, row) => row).filter((row) => setOf[row]! >= 0);
  const treated = Uint8Array.from(rows, (row) => people.treated[row]!);
  const share = Float64Array.from(rows, (row) => shareOf[row]!);
  const byShare = scoreWeights(share, treated, estimand);
  const weights = new Float64Array(people.numRows);
  const scale = [armScale(byShare.weights, treated, 0), armScale(byShare.weights, treated, 1)];
  rows.forEach((row, i) => {
    weights[row] = byShare.weights[i]! * scale[treated[i]!]!;
  });
  const model = modelOfStrata({
    rows,
    clusters: people.clusters === null ? null : Int32Array.from(rows, (row) => people.clusters![row]!),
    strata: Int32Array.from(rows, (row) => setOf[row]!),
    numStrata: sets.length,
    treated,
    share,
    slope: byShare.slope.map((slope, i) => slope * scale[treated[i]!]!),
  });
  return { model, weights };
}

/** Weights of an arm average 1, as those of pairs do. */
function armScale(weights: Float64Array, treated: Uint8Array, arm: number): number {
  const inArm = weights.filter((_, i) => treated[i] === arm);
  return inArm.length / inArm.reduce((sum, weight) => sum + weight, 0);
}

function noStratum(): FormedGroup {
  return {
    refusal: {
      rule: "none-matched",
      why: "no stratum holds both treated and comparison people",
      unlocks: "coarser strata, fewer covariates, or a comparison pool more like the treated",
    },
  };
}
