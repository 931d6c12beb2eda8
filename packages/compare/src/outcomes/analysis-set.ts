import type { Outcome } from "@likewise/schema";
import { type Covariate, takeCovariate } from "../covariates/covariate.ts";
import { type MatchedSet, setCodes } from "../matching/matched-sets.ts";
import { weightsOfSets } from "../matching/matching-weights.ts";
import type { ComparisonGroup, ReusedPeople, SetRule } from "../methods/comparison-group.ts";
import type { People } from "../people/people.ts";
import type { WeightModel } from "../weighting/weight-model.ts";
import type { OutcomeRows } from "./outcome-rows.ts";

/** The people one estimate rests on, with what is known of them; every vector has one entry per person. */
export interface AnalysisSet {
  readonly kind: Outcome["kind"];
  /** Row of each person among the people compared. */
  readonly rows: Int32Array;
  /** 1 = treated, 0 = comparison. */
  readonly treated: Uint8Array;
  readonly value: Float64Array;
  readonly exposureYears: Float64Array | null;
  readonly time: Float64Array | null;
  readonly covariates: readonly Covariate[];
  /** Balancing weights, all above 0; null when everybody counts once. */
  readonly weights: Float64Array | null;
  /** How the weights were estimated; null where they were not. */
  readonly weightModel: WeightModel | null;
  /** Sets of people matched with replacement, whom no clustering describes; left out or null for all others. */
  readonly reused?: ReusedSets | null;
  /** Who may depend on whom: matched set or declared cluster; null when people are independent. */
  readonly clusters: { readonly codes: Int32Array; readonly kind: "matched set" | "cluster" } | null;
}

/** Who serves in which sets, by position in the analysis set. */
export interface ReusedSets {
  readonly sets: readonly MatchedSet[];
  /** Of each comparison person the nearest other one in the analysis set; −1 for treated people and where there is none. */
  readonly nearestOther: Int32Array;
}

/** Everybody whose outcome is known, arms as they are. `survival` takes those whose time is known instead. */
export function armsAsTheyAre(people: People, outcome: OutcomeRows, survival = false): AnalysisSet {
  const known = survival ? outcome.timeUsable : outcome.usable;
  const rows = Int32Array.from(people.units, (_, row) => row).filter((row) => known[row] === 1);
  return analysisSet(people, outcome, rows, null, declaredClusters(people, rows));
}

/**
 * The people of matched sets whose outcomes are known. Of pairs and their like a set with anybody missing is left out whole:
 * a pair without one half compares nobody, and keeping the other half would undo the match. A set of a full match goes on
 * without the person while both arms are in it.
 */
export function matchedPeople(
  people: People,
  outcome: OutcomeRows,
  { sets, setRule }: Pick<ComparisonGroup, "sets" | "setRule">,
  survival = false,
): AnalysisSet {
  const known = survival ? outcome.timeUsable : outcome.usable;
  const left = setsLeft(sets!, known, setRule!.leavesOut);
  const setOf = setCodes(left, people.numRows);
  const rows = Int32Array.from(people.units, (_, row) => row).filter((row) => setOf[row]! >= 0);
  const weights = weightsOfSets(left, people.numRows, setRule!.estimand);
  const ofRows = Float64Array.from(rows, (row) => weights[row]!);
  const reuse = setRule!.reuse ?? null;
  if (reuse !== null) {
    return { ...analysisSet(people, outcome, rows, ofRows, null), reused: reusedSets(people, left, rows, reuse) };
  }
  const codes = Int32Array.from(rows, (row) => setOf[row]!);
  return analysisSet(people, outcome, rows, ofRows, { codes, kind: "matched set" });
}

function reusedSets(
  people: People,
  sets: readonly MatchedSet[],
  rows: Int32Array,
  { nearestOther }: ReusedPeople,
): ReusedSets {
  const place = new Int32Array(people.numRows).fill(-1);
  const allowed = new Uint8Array(people.numRows);
  rows.forEach((row, at) => {
    place[row] = at;
    allowed[row] = people.treated[row] === 0 ? 1 : 0;
  });
  const placed = (members: readonly number[]) => members.map((row) => place[row]!);
  return {
    sets: sets.map(({ treated, comparison }) => ({ treated: placed(treated), comparison: placed(comparison) })),
    nearestOther: rows.map((row) => {
      const other = people.treated[row] === 0 ? nearestOther(row, allowed) : -1;
      return other < 0 ? -1 : place[other]!;
    }),
  };
}

/** Everybody with a weight above 0 whose outcome is known. */
export function weightedPeople(
  people: People,
  outcome: OutcomeRows,
  { weights, weighting }: Pick<ComparisonGroup, "weights" | "weighting">,
  survival = false,
): AnalysisSet {
  const known = survival ? outcome.timeUsable : outcome.usable;
  const rows = Int32Array.from(people.units, (_, row) => row).filter((row) => known[row] === 1 && weights![row]! > 0);
  const set = analysisSet(
    people,
    outcome,
    rows,
    Float64Array.from(rows, (row) => weights![row]!),
    declaredClusters(people, rows),
  );
  return { ...set, weightModel: weighting!.model };
}

/** Positions in the set of the people of one arm. */
export function rowsOfArm({ treated }: AnalysisSet, arm: 0 | 1): number[] {
  return Array.from(treated, (_, row) => row).filter((row) => treated[row] === arm);
}

/** Sets all of whose members have `known` 1. */
export function completeSets(sets: readonly MatchedSet[], known: Uint8Array): MatchedSet[] {
  return sets.filter((set) => [...set.treated, ...set.comparison].every((row) => known[row] === 1));
}

function setsLeft(sets: readonly MatchedSet[], known: Uint8Array, leavesOut: SetRule["leavesOut"]): MatchedSet[] {
  if (leavesOut === "whole") return completeSets(sets, known);
  const knownOf = (rows: readonly number[]) => rows.filter((row) => known[row] === 1);
  return sets
    .map(({ treated, comparison }) => ({ treated: knownOf(treated), comparison: knownOf(comparison) }))
    .filter(({ treated, comparison }) => treated.length > 0 && comparison.length > 0);
}

/** Some of the people of an analysis set, by position in it. */
export function takePeople(people: AnalysisSet, at: Int32Array): AnalysisSet {
  const take = (values: Float64Array) => Float64Array.from(at, (row) => values[row]!);
  const codes = people.clusters && Int32Array.from(at, (row) => people.clusters!.codes[row]!);
  return {
    ...people,
    // Part of the people are no longer whole sets.
    reused: null,
    rows: Int32Array.from(at, (row) => people.rows[row]!),
    treated: Uint8Array.from(at, (row) => people.treated[row]!),
    value: take(people.value),
    exposureYears: people.exposureYears && take(people.exposureYears),
    time: people.time && take(people.time),
    covariates: people.covariates.map((covariate) => takeCovariate(covariate, at)),
    weights: people.weights && take(people.weights),
    clusters: codes && { codes, kind: people.clusters!.kind },
  };
}

function declaredClusters({ clusters }: People, rows: Int32Array): AnalysisSet["clusters"] {
  return clusters === null ? null : { codes: Int32Array.from(rows, (row) => clusters[row]!), kind: "cluster" };
}

function analysisSet(
  people: People,
  outcome: OutcomeRows,
  rows: Int32Array,
  weights: Float64Array | null,
  clusters: AnalysisSet["clusters"],
): AnalysisSet {
  // Rows ascend, so as many as there are people are all of them, in order.
  const everybody = rows.length === people.numRows;
  const take = (values: Float64Array) => (everybody ? values : Float64Array.from(rows, (row) => values[row]!));
  return {
    kind: outcome.declaration.kind,
    rows,
    treated: everybody ? people.treated : Uint8Array.from(rows, (row) => people.treated[row]!),
    value: take(outcome.value),
    exposureYears: outcome.exposureYears === null ? null : take(outcome.exposureYears),
    time: outcome.time === null ? null : take(outcome.time),
    covariates: everybody ? people.covariates : people.covariates.map((covariate) => takeCovariate(covariate, rows)),
    weights,
    weightModel: null,
    clusters,
  };
}
