import { addCrossproduct, addProduct, addTransposedProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { crossproduct, fillChunk, mirrorLower } from "../linear-algebra/crossproduct.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import type { Evaluation } from "../regression/maximise.ts";
import { between, type Cumulative, cumulated, forEachDeath, riskSetSums } from "./risk-set-sums.ts";
import type { RiskSets } from "./risk-sets.ts";

/** Everything the partial likelihood needs, in the order of the risk sets, columns scaled. */
export interface CoxRows {
  readonly sets: RiskSets;
  readonly design: Matrix;
  readonly weights: Float64Array;
  readonly offset: Float64Array;
  readonly ties: "efron" | "breslow";
}

/**
 * The fit at one point, per row and per event position.
 *
 * Efron's method lets the d tied deaths leave one after the other: step l has
 * the share 1 − (l/d)D/S of the risk set left, S its total and D the deaths'
 * own. Each sum over l of weight × (l/d)^power over that share, or over its
 * square, is kept once per event time; Breslow's method has l/d = 0 throughout.
 * Shares rather than totals, because S may be 1e-200 of the highest risk.
 */
export interface CoxHazard {
  readonly value: number;
  /** weight × exp(linear predictor − shift) */
  readonly risk: Float64Array;
  readonly linearPredictor: Float64Array;
  readonly shift: number;
  /** S of each event position */
  readonly atRisk: Float64Array;
  readonly inverse: readonly [Float64Array, Float64Array];
  readonly square: readonly [Float64Array, Float64Array, Float64Array];
  /** cumulative hazard within each stratum */
  readonly cumulative: Cumulative;
}

/** Below this a sum of exponentials has lost digits: such a point is no candidate for the maximum. */
const UNDERFLOW = 1e-280;

export function coxHazard(rows: CoxRows, point: Float64Array): CoxHazard {
  const { sets, weights, ties } = rows;
  const linearPredictor = linearPredictorOf(rows, point);
  // Relative hazards are what counts, so the largest may be 1: nothing overflows.
  let shift = Number.NEGATIVE_INFINITY;
  for (const eta of linearPredictor) if (eta > shift) shift = eta;
  const risk = new Float64Array(weights.length);
  for (let i = 0; i < risk.length; i++) risk[i] = weights[i]! * Math.exp(linearPredictor[i]! - shift);
  const atRisk = riskSetSums(sets, risk);

  const events = sets.times.length;
  const inverse: [Float64Array, Float64Array] = [new Float64Array(events), new Float64Array(events)];
  const square: [Float64Array, Float64Array, Float64Array] = [
    new Float64Array(events),
    new Float64Array(events),
    new Float64Array(events),
  ];
  let value = 0;
  for (let e = 0; e < events; e++) {
    const d = sets.deaths[e]!;
    const from = sets.starts[e]!;
    let deathWeight = 0;
    let deathRisk = 0;
    for (let i = from; i < from + d; i++) {
      deathWeight += weights[i]!;
      deathRisk += risk[i]!;
      value += weights[i]! * (linearPredictor[i]! - shift);
    }
    const total = atRisk[e]!;
    // Infinite where everybody's risk has underflowed beside the highest.
    const logTotal = total > UNDERFLOW ? Math.log(total) : Number.POSITIVE_INFINITY;
    const steps = ties === "efron" && d > 1 ? d : 1;
    const stepWeight = deathWeight / steps;
    for (let l = 0; l < steps; l++) {
      const fraction = l / steps;
      const share = 1 - (fraction * deathRisk) / total;
      value -= stepWeight * (logTotal + Math.log(share));
      const one = stepWeight / share;
      const two = one / share;
      inverse[0][e] = inverse[0][e]! + one;
      inverse[1][e] = inverse[1][e]! + fraction * one;
      square[0][e] = square[0][e]! + two;
      square[1][e] = square[1][e]! + fraction * two;
      square[2][e] = square[2][e]! + fraction * fraction * two;
    }
  }
  const increments = inverse[0].map((sum, e) => sum / atRisk[e]!);
  return { value, risk, linearPredictor, shift, atRisk, inverse, square, cumulative: cumulated(sets, increments) };
}

/**
 * Log partial likelihood, score and information.
 *
 * The information is Σ over rows of (its expected events) xx' minus Σ over
 * event times of the squared risk-set means, so the only work of order n k² is
 * one crossproduct, with delayed entry as without.
 */
export function coxEvaluation(rows: CoxRows, point: Float64Array): Evaluation {
  const { sets, design, weights } = rows;
  const hazard = coxHazard(rows, point);
  const m = design.rows;
  const p = design.columns;
  const expected = expectedEvents(sets, hazard);
  const residuals = new Float64Array(m);
  for (let i = 0; i < m; i++) residuals[i] = -expected[i]!;
  forEachDeath(sets, (i) => {
    residuals[i] = residuals[i]! + weights[i]!;
  });

  const gradient = new Float64Array(p);
  const information = zeroMatrix(p, p);
  const chunk = new Float64Array(CHUNK_ROWS * p);
  for (let from = 0; from < m; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, m - from);
    fillChunk(chunk, design, from, size);
    addTransposedProduct(gradient, residuals, from, chunk, size);
    addCrossproduct(information.values, chunk, p, size, expected.subarray(from, from + size));
  }
  mirrorLower(information);
  const { means, deathMeans } = covariateMeans(rows, hazard);
  // Σ over l of (S − fD)(S − fD)' by completing the square: two crossproducts with weights >= 0.
  const [zero, one, two] = hazard.square;
  const events = sets.times.length;
  const rest = new Float64Array(events);
  let tied = false;
  for (let e = 0; e < events; e++) {
    const ratio = one[e]! / zero[e]!;
    if (!(ratio > 0)) continue;
    tied = true;
    rest[e] = Math.max(0, two[e]! - ratio * one[e]!);
    for (let j = 0; j < p; j++) {
      const at = j * events + e;
      means.values[at] = means.values[at]! - ratio * deathMeans.values[at]!;
    }
  }
  subtract(information, crossproduct(means, zero));
  if (tied) subtract(information, crossproduct(deathMeans, rest));
  return { value: hazard.value, gradient, information };
}

/** Risk × cumulative hazard over each row's time at risk: what the model expects of it, times its weight. */
export function expectedEvents(sets: RiskSets, { risk, atRisk, inverse, cumulative }: CoxHazard): Float64Array {
  const expected = new Float64Array(risk.length);
  for (let e = 0; e < sets.times.length; e++) {
    const deathsEnd = sets.starts[e]! + sets.deaths[e]!;
    const spared = inverse[1][e]! / atRisk[e]!;
    for (let i = sets.starts[e]!; i < sets.starts[e + 1]!; i++) {
      const ownTies = i < deathsEnd ? spared : 0;
      expected[i] = risk[i]! * (between(cumulative, sets.first[i]!, e) - ownTies);
    }
  }
  return expected;
}

/** Σ risk·x over each risk set, and over its deaths, both over the risk set's Σ risk: one row per event position. */
export function covariateMeans(
  { sets, design }: CoxRows,
  { risk, atRisk }: CoxHazard,
): { means: Matrix; deathMeans: Matrix } {
  const m = design.rows;
  const p = design.columns;
  const events = sets.times.length;
  const means = zeroMatrix(events, p);
  const deathMeans = zeroMatrix(events, p);
  const product = new Float64Array(m);
  for (let j = 0; j < p; j++) {
    const column = design.values.subarray(j * m, j * m + m);
    for (let i = 0; i < m; i++) product[i] = risk[i]! * column[i]!;
    const sums = riskSetSums(sets, product);
    for (let e = 0; e < events; e++) {
      let deaths = 0;
      const from = sets.starts[e]!;
      for (let i = from; i < from + sets.deaths[e]!; i++) deaths += product[i]!;
      means.values[j * events + e] = sums[e]! / atRisk[e]!;
      deathMeans.values[j * events + e] = deaths / atRisk[e]!;
    }
  }
  return { means, deathMeans };
}

function linearPredictorOf({ design, offset }: CoxRows, point: Float64Array): Float64Array {
  const result = offset.slice();
  const chunk = new Float64Array(CHUNK_ROWS * design.columns);
  for (let from = 0; from < design.rows; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, design.rows - from);
    fillChunk(chunk, design, from, size);
    addProduct(result, from, chunk, point, size);
  }
  return result;
}

function subtract(from: Matrix, other: Matrix): void {
  for (let i = 0; i < from.values.length; i++) from.values[i] = from.values[i]! - other.values[i]!;
}
