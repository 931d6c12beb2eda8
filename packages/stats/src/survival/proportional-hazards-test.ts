import { chiSquareCdf } from "../distributions/chi-square.ts";
import { cholesky } from "../linear-algebra/cholesky.ts";
import { finiteVector, weightVector } from "../linear-algebra/finite-vector.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { solveCholesky } from "../linear-algebra/solve-cholesky.ts";
import { distinctCodes } from "../ordering/distinct-codes.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { coxDerivatives, coxHazard } from "./cox-likelihood.ts";
import { coxRows } from "./cox-rows.ts";
import { firstAfter } from "./first-after.ts";
import { type CoxInput, type CoxTest, fitCox } from "./fit-cox.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { riskSets } from "./risk-sets.ts";
import { checkedFollowUp, type FollowUp } from "./survival-data.ts";

/** The scale of time on which a hazard ratio might change: one less survival, time, its rank, its logarithm, or any other. */
export type TimeScale = "km" | "identity" | "rank" | "log" | ((time: number) => number);

export interface ProportionalHazardsTest {
  /** one per term, in order; terms whose columns all repeat others are left out */
  readonly terms: readonly (CoxTest & { readonly term: string; readonly columns: readonly number[] })[];
  readonly global: CoxTest;
  readonly timeScale: "km" | "identity" | "rank" | "log" | "other";
}

/**
 * Test of proportional hazards: does a term's log hazard ratio change with
 * time? Each is the score test of adding the term times a function of time to
 * the model, as in R's cox.zph since survival 3.0.
 *
 * A small p-value says that one hazard ratio is an average over time whose
 * weights are this study's follow-up; compare restricted means instead. A large
 * one says little where events are few.
 *
 * @param input     as for `fitCox`, ties "efron" or "breslow"; clusters play no part
 * @param columns   columns of each term, for levels of one factor; default each column its own
 * @param timeScale default "km"
 * @returns one test per term and one of all; refused where the model has no maximum or there is only one event time
 * @throws RangeError as `fitCox`, or when time on the scale asked for is not a number
 * @source Grambsch and Therneau (1994), doi:10.1093/biomet/81.3.515, as a score test
 * @example
 * const design = designMatrix([[1, 0, 1, 0, 1, 0]], { intercept: false });
 * const test = proportionalHazardsTest({ time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 1, 0, 1], design });
 * test.global.df; // 1
 */
export function proportionalHazardsTest({
  columns: asked,
  timeScale = "km",
  ...input
}: Omit<CoxInput, "clusters" | "robust"> & {
  readonly columns?: readonly (readonly number[])[];
  readonly timeScale?: TimeScale;
}): ProportionalHazardsTest | Refused {
  const caller = "proportionalHazardsTest";
  if (input.ties === "exact") throw new RangeError(`${caller}: ties must be "efron" or "breslow", got exact`);
  const fit = fitCox(input);
  if (!fit.converged) {
    const named = fit.monotone.map((j) => fit.terms[j]).join(", ");
    return refuse(
      caller,
      `the hazard ratio of ${named || "some column"} has no maximum`,
      "leave out or merge the columns named",
    );
  }
  const followUp = checkedFollowUp(caller, input);
  const n = followUp.rows;
  const weights = weightVector(caller, input.weights, n);
  const strata = input.strata === undefined ? null : finiteVector(caller, "strata", input.strata, n);
  const offset = input.offset === undefined ? new Float64Array(n) : finiteVector(caller, "offset", input.offset, n);
  const sets = riskSets(followUp, strata, weights);
  const { rows, scaling, columns } = coxRows(sets, input.design, weights, offset, fit.ties);
  const p = columns.length;
  const point = Float64Array.from(columns, (j) => fit.coefficients[j]! / scaling.inverseScales[j]!);
  const scaled = unitInterval(sets.times, scaleOf(caller, timeScale, input, sets.times));
  if (scaled === null) return refuse(caller, "all events happen at one time", "times to the event in finer units");

  const hazard = coxHazard(rows, point);
  const plain = coxDerivatives(rows, hazard, null).information;
  const withTime = coxDerivatives(rows, hazard, scaled);
  const withSquare = coxDerivatives(
    rows,
    hazard,
    scaled.map((g) => g * g),
  ).information;
  const test = (chosen: readonly number[]) =>
    scoreTest(plain, withTime.information, withSquare, withTime.gradient, chosen);
  const terms = (asked ?? fit.terms.map((_, j) => [j])).flatMap((own) => {
    const places = own.map((j) => columns.indexOf(j)).filter((place) => place >= 0);
    if (places.length === 0) return [];
    return [{ term: own.map((j) => fit.terms[j]).join(", "), columns: own, ...test(places) }];
  });
  return {
    terms,
    global: test(Array.from({ length: p }, (_, c) => c)),
    timeScale: typeof timeScale === "string" ? timeScale : "other",
  };
}

/** Of the chosen columns times time, beside all columns as they are. */
function scoreTest(
  plain: Matrix,
  cross: Matrix,
  square: Matrix,
  gradient: Float64Array,
  chosen: readonly number[],
): CoxTest {
  const p = plain.columns;
  const q = chosen.length;
  const size = p + q;
  const information = zeroMatrix(size, size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const row = a < p ? a : chosen[a - p]!;
      const column = b < p ? b : chosen[b - p]!;
      const from = a < p && b < p ? plain : a < p || b < p ? cross : square;
      information.values[b * size + a] = from.values[column * p + row]!;
    }
  }
  const score = new Float64Array(size);
  chosen.forEach((column, at) => {
    score[p + at] = gradient[column]!;
  });
  const factor = cholesky(information);
  const solved = solveCholesky(factor, score);
  const statistic = Math.max(
    0,
    score.reduce((sum, value, a) => sum + value * solved[a]!, 0),
  );
  const df = factor.rank - p;
  return { statistic, df, pValue: df > 0 ? chiSquareCdf(statistic, df, { upper: true }) : 1 };
}

function scaleOf(caller: string, scale: TimeScale, input: FollowUp, times: Float64Array): Float64Array {
  if (typeof scale === "function") return finiteVector(caller, "timeScale (of time)", times.map(scale));
  switch (scale) {
    case "km": {
      const curve = kaplanMeier({ ...input, weights: undefined } as FollowUp);
      // Just before each time.
      return times.map((time) => {
        const k = firstAfter(curve.times, time) - 2;
        return 1 - (k < 0 ? 1 : curve.survival[k]!);
      });
    }
    case "identity":
      return times;
    case "log":
      return finiteVector(caller, "log of time", times.map(Math.log));
    case "rank": {
      const { distinct, codes, count } = distinctCodes(Float64Array.from(input.time));
      const through = new Float64Array(count);
      for (const code of codes) through[code] = through[code]! + 1;
      for (let k = 1; k < count; k++) through[k] = through[k]! + through[k - 1]!;
      return times.map((time) => {
        const k = firstAfter(distinct, time) - 1;
        // Tied times share the average of their ranks.
        return (through[k]! + (k === 0 ? 0 : through[k - 1]!) + 1) / 2;
      });
    }
    default:
      throw new RangeError(`${caller}: timeScale must be "km", "identity", "rank", "log" or a function, got ${scale}`);
  }
}

/** Moved and stretched to 0 to 1, which changes no test; null when all are the same. */
function unitInterval(times: Float64Array, values: Float64Array): Float64Array | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let e = 0; e < times.length; e++) {
    least = Math.min(least, values[e]!);
    most = Math.max(most, values[e]!);
  }
  return most > least ? values.map((value) => (value - least) / (most - least)) : null;
}
