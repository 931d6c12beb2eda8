import { sumOf } from "@likewise/stats";
import { effectiveSampleSize } from "../matching/effective-sample-size.ts";
import { type AnalysisSet, type ReusedSets, rowsOfArm } from "../outcomes/analysis-set.ts";
import type { ArmPart, ArmRatios } from "./arm-ratios.ts";

/**
 * Arm values of people matched with replacement, with Abadie and Imbens's variance for the effect on treated people like
 * these. Three things spread an estimate: each set's own difference, the treated person's and its comparisons' together; and,
 * beyond that, each comparison person once more for every further set they serve in, since one outcome that is off is then
 * off in all of them. How far one outcome is off is read from the nearest other comparison person matched.
 *
 * Every person has one influence on each arm's value, a treated person on the comparison value too, through their set; so
 * people are independent, and every contrast and the joint covariance follow. t has the degrees of freedom of the smaller of
 * the sets and the effective number of comparison people, less one.
 *
 * The score counts as known: that it was estimated is not in the variance.
 *
 * @source Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x, theorem 7; Abadie, Drukker, Herr and Imbens
 *         (2004), doi:10.1177/1536867X0400400307, section 2
 */
export function reusedArms(
  people: AnalysisSet,
  reused: ReusedSets,
  [treated, comparison]: readonly [ArmPart, ArmPart],
  numerator: Float64Array,
  denominator: Float64Array,
): Omit<ArmRatios, "dependence" | "scale"> {
  const perSet = { treated: meanOf(people, 1, denominator), comparison: meanOf(people, 0, denominator) };
  const off = (arm: "treated" | "comparison", value: number) => (i: number) =>
    (numerator[i]! - value * denominator[i]!) / perSet[arm];
  const offTreated = off("treated", treated.value);
  const offComparison = off("comparison", comparison.value);
  const sets = reused.sets.length;
  const onTreated = new Float64Array(people.treated.length);
  const onComparison = new Float64Array(people.treated.length);
  const squaredLoads = new Float64Array(people.treated.length);
  const loads = new Float64Array(people.treated.length);
  for (const { treated: of, comparison: with_ } of reused.sets) {
    const share = 1 / with_.length;
    for (const i of of) {
      onTreated[i] = offTreated(i) / sets;
      onComparison[i] = (share * with_.reduce((sum, j) => sum + offComparison(j), 0)) / sets;
    }
    for (const j of with_) {
      loads[j] = loads[j]! + share;
      squaredLoads[j] = squaredLoads[j]! + share * share;
    }
  }
  const alone = errorOfOne(reused, onTreated, onComparison);
  for (let j = 0; j < loads.length; j++) {
    const further = loads[j]! ** 2 - squaredLoads[j]!;
    if (!(further > 1e-12 * loads[j]! ** 2)) continue;
    const other = reused.nearestOther[j]!;
    const error = other < 0 ? alone : (offComparison(j) - offComparison(other)) / Math.SQRT2;
    onComparison[j] = (Math.sqrt(further) * error) / sets;
  }
  const product = (a: Float64Array, b: Float64Array) => sumOf(a.length, (i) => a[i]! * b[i]!);
  const effective = effectiveSampleSize(rowsOfArm(people, 0).map((row) => people.weights![row]!));
  const df = Math.min(sets, effective) - 1;
  return {
    rows: people.rows,
    treated: { value: treated.value, influence: onTreated, factor: 1 },
    comparison: { value: comparison.value, influence: onComparison, factor: 1 },
    variance: {
      treated: product(onTreated, onTreated),
      comparison: product(onComparison, onComparison),
      covariance: product(onTreated, onComparison),
    },
    clusters: null,
    armDf: { treated: sets - 1, comparison: df },
    df: () => df,
    standardErrorKind: "Abadie and Imbens, for comparison people who serve more than once",
  };
}

/** Weighted mean of the denominator in an arm: what turns a residual into the unit of the arm's value. */
function meanOf({ treated, weights }: AnalysisSet, arm: 0 | 1, denominator: Float64Array): number {
  const weight = (i: number) => (treated[i] === arm ? weights![i]! : 0);
  const total = sumOf(treated.length, weight);
  return sumOf(treated.length, (i) => weight(i) * denominator[i]!) / total;
}

/**
 * For somebody without another to be held against: the standard deviation of one outcome where all spread alike, from the
 * differences within sets (`abadieImbens` in stats).
 */
function errorOfOne({ sets }: ReusedSets, onTreated: Float64Array, onComparison: Float64Array): number {
  const n = sets.length;
  const squares = sumOf(n, (k) =>
    sets[k]!.treated.reduce((sum, i) => sum + (onTreated[i]! - onComparison[i]!) ** 2, 0),
  );
  return Math.sqrt((squares * n) / 2);
}
