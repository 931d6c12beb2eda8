import { addCrossproduct, addProduct, addTransposedProduct, CHUNK_ROWS } from "../linear-algebra/chunk.ts";
import { crossproduct, mirrorLower } from "../linear-algebra/crossproduct.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import type { Evaluation } from "../regression/maximise.ts";
import { type ChunkedColumns, chunkOf, columnOf } from "./chunked-columns.ts";
import { exactTies } from "./cox-exact-ties.ts";
import { between, type Cumulative, cumulated, riskSetSums } from "./risk-set-sums.ts";
import type { RiskSets } from "./risk-sets.ts";

/** Everything the partial likelihood needs, in the order of the risk sets, columns scaled. */
export interface CoxRows {
  readonly sets: RiskSets;
  readonly design: ChunkedColumns;
  readonly weights: Float64Array;
  readonly offset: Float64Array;
  readonly ties: CoxTies;
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

export type CoxTies = "efron" | "breslow" | "exact";

export interface CoxEvaluation extends Evaluation {
  readonly hazard: CoxHazard;
}

/** Below this a sum of exponentials has lost digits: such a point is no candidate for the maximum. */
const UNDERFLOW = 1e-280;

export function coxHazard(rows: CoxRows, point: Float64Array): CoxHazard {
  const { sets, weights, ties } = rows;
  const { linearPredictor, risk, shift } = relativeRisks(rows, point);
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
    const deathShare = deathRisk / total;
    let first = 0;
    let second = 0;
    let zero = 0;
    let one = 0;
    let two = 0;
    let logShares = 0;
    let product = 1;
    for (let l = 0; l < steps; l++) {
      const fraction = l / steps;
      const share = 1 - fraction * deathShare;
      // One logarithm for many shares, taken before their product gets too small.
      product *= share;
      if (product < 1e-200) {
        logShares += Math.log(product);
        product = 1;
      }
      const inverseShare = 1 / share;
      const inverseSquare = inverseShare * inverseShare;
      first += inverseShare;
      second += fraction * inverseShare;
      zero += inverseSquare;
      one += fraction * inverseSquare;
      two += fraction * fraction * inverseSquare;
    }
    value -= stepWeight * (steps * logTotal + logShares + Math.log(product));
    inverse[0][e] = stepWeight * first;
    inverse[1][e] = stepWeight * second;
    square[0][e] = stepWeight * zero;
    square[1][e] = stepWeight * one;
    square[2][e] = stepWeight * two;
  }
  const increments = inverse[0].map((sum, e) => sum / atRisk[e]!);
  return { value, risk, linearPredictor, shift, atRisk, inverse, square, cumulative: cumulated(sets, increments) };
}

/** Log partial likelihood, score and information; with exact ties `hazard` is Breslow's. */
export function coxEvaluation(rows: CoxRows, point: Float64Array): CoxEvaluation {
  const hazard = coxHazard(rows, point);
  if (rows.ties === "exact") return { hazard, ...exactTies(rows, hazard) };
  return { value: hazard.value, hazard, ...coxDerivatives(rows, hazard, null) };
}

/**
 * Score and information with each event time's part multiplied by `factors`, one >= 0 per event position; null for
 * ones.
 *
 * The information is Σ over rows of (its expected events) xx' minus Σ over
 * event times of the squared risk-set means, so the only work of order n k² is
 * one crossproduct, with delayed entry as without.
 */
export function coxDerivatives(
  rows: CoxRows,
  hazard: CoxHazard,
  factors: Float64Array | null,
): { gradient: Float64Array; information: Matrix } {
  const { sets, design, weights } = rows;
  const m = design.rows;
  const p = design.columns;
  const parts = factors === null ? hazard : multiplied(sets, hazard, factors);
  const expected = expectedEvents(sets, parts);
  const residuals = new Float64Array(m);
  for (let i = 0; i < m; i++) residuals[i] = -expected[i]!;
  for (let e = 0; e < sets.times.length; e++) {
    const factor = factors === null ? 1 : factors[e]!;
    const deathsEnd = sets.starts[e]! + sets.deaths[e]!;
    for (let i = sets.starts[e]!; i < deathsEnd; i++) residuals[i] = residuals[i]! + factor * weights[i]!;
  }

  const gradient = new Float64Array(p);
  const information = zeroMatrix(p, p);
  for (let from = 0; from < m; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, m - from);
    const chunk = chunkOf(design, from);
    addTransposedProduct(gradient, residuals, from, chunk, size);
    addCrossproduct(information.values, chunk, p, size, expected.subarray(from, from + size));
  }
  mirrorLower(information);
  const { means, deathMeans } = covariateMeans(rows, hazard);
  // Σ over l of (S − fD)(S − fD)' by completing the square: two crossproducts with weights >= 0.
  const [zero, one, two] = parts.square;
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
  return { gradient, information };
}

/** Risk × cumulative hazard over each row's time at risk: what the model expects of it, times its weight. */
export function expectedEvents(
  sets: RiskSets,
  { risk, atRisk, inverse, cumulative }: Pick<CoxHazard, "risk" | "atRisk" | "inverse" | "cumulative">,
): Float64Array {
  const expected = new Float64Array(risk.length);
  const { through, throughLost } = cumulative;
  for (let e = 0; e < sets.times.length; e++) {
    const deathsEnd = sets.starts[e]! + sets.deaths[e]!;
    const spared = inverse[1][e]! / atRisk[e]!;
    if (sets.entrants === null) {
      // Everybody is at risk from the first event of the stratum.
      const hazard = through[e]! + throughLost[e]!;
      for (let i = sets.starts[e]!; i < deathsEnd; i++) expected[i] = risk[i]! * (hazard - spared);
      for (let i = deathsEnd; i < sets.starts[e + 1]!; i++) expected[i] = risk[i]! * hazard;
      continue;
    }
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
  const p = design.columns;
  const events = sets.times.length;
  const means = zeroMatrix(events, p);
  const deathMeans = zeroMatrix(events, p);
  addOwnRows(sets, design, risk, means.values, deathMeans.values);
  for (let j = 0; j < p; j++) {
    const own = means.values.subarray(j * events, (j + 1) * events);
    const sums = sets.entrants === null ? fromTheEnd(sets, own) : riskSetSums(sets, products(design, risk, j));
    for (let e = 0; e < events; e++) {
      const at = j * events + e;
      means.values[at] = sums[e]! / atRisk[e]!;
      deathMeans.values[at] = deathMeans.values[at]! / atRisk[e]!;
    }
  }
  return { means, deathMeans };
}

/** Adds risk·x of the rows whose last event position is e, and of those of them who have the event. */
function addOwnRows(
  { starts, deaths, last }: RiskSets,
  design: ChunkedColumns,
  risk: Float64Array,
  all: Float64Array,
  ofDeaths: Float64Array,
): void {
  const events = deaths.length;
  for (let from = 0; from < design.rows; from += CHUNK_ROWS) {
    const to = Math.min(from + CHUNK_ROWS, design.rows);
    const chunk = chunkOf(design, from);
    for (let j = 0; j < design.columns; j++) {
      const shift = j * CHUNK_ROWS - from;
      let i = from;
      for (let e = last[from]!; i < to; e++) {
        const deathsEnd = Math.min(to, starts[e]! + deaths[e]!);
        const end = Math.min(to, starts[e + 1]!);
        let died = 0;
        let left = 0;
        for (; i < deathsEnd; i++) died += risk[i]! * chunk[shift + i]!;
        for (; i < end; i++) left += risk[i]! * chunk[shift + i]!;
        const at = j * events + e;
        ofDeaths[at] = ofDeaths[at]! + died;
        all[at] = all[at]! + died + left;
      }
    }
  }
}

/** Running totals from the last event of each stratum back. */
function fromTheEnd({ stratumStarts }: RiskSets, own: Float64Array): Float64Array {
  const sums = new Float64Array(own.length);
  for (let s = 0; s + 1 < stratumStarts.length; s++) {
    let sum = 0;
    for (let e = stratumStarts[s + 1]! - 1; e >= stratumStarts[s]!; e--) {
      sum += own[e]!;
      sums[e] = sum;
    }
  }
  return sums;
}

function products(design: ChunkedColumns, risk: Float64Array, column: number): Float64Array {
  const product = columnOf(design, column);
  for (let i = 0; i < product.length; i++) product[i] = product[i]! * risk[i]!;
  return product;
}

function multiplied(sets: RiskSets, hazard: CoxHazard, factors: Float64Array) {
  const times = (values: Float64Array) => values.map((value, e) => value * factors[e]!);
  const [first, second] = hazard.inverse;
  const [zero, one, two] = hazard.square;
  const inverse = [times(first), times(second)] as const;
  const increments = inverse[0].map((sum, e) => sum / hazard.atRisk[e]!);
  return {
    risk: hazard.risk,
    atRisk: hazard.atRisk,
    inverse,
    square: [times(zero), times(one), times(two)] as const,
    cumulative: cumulated(sets, increments),
  };
}

/** Each row's linear predictor, and its weighted risk relative to the highest, which may be 1: nothing overflows. */
function relativeRisks(
  { design, offset, weights }: CoxRows,
  point: Float64Array,
): { linearPredictor: Float64Array; risk: Float64Array; shift: number } {
  const linearPredictor = offset.slice();
  for (let from = 0; from < design.rows; from += CHUNK_ROWS) {
    addProduct(linearPredictor, from, chunkOf(design, from), point, Math.min(CHUNK_ROWS, design.rows - from));
  }
  let shift = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < linearPredictor.length; i++) if (linearPredictor[i]! > shift) shift = linearPredictor[i]!;
  const risk = new Float64Array(weights.length);
  for (let i = 0; i < risk.length; i++) risk[i] = weights[i]! * Math.exp(linearPredictor[i]! - shift);
  return { linearPredictor, risk, shift };
}

function subtract(from: Matrix, other: Matrix): void {
  for (let i = 0; i < from.values.length; i++) from.values[i] = from.values[i]! - other.values[i]!;
}
