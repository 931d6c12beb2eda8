/** Rows of time in which something could happen: one per person and interval. */
export interface HazardRows {
  /** person of each row, from 0 */
  readonly person: Int32Array;
  /** interval of each row, coded 0 to `intervals` − 1 */
  readonly interval: Int32Array;
  readonly intervals: number;
  /** 1 = it happened in this interval */
  readonly happened: Uint8Array;
  /** covariates row by row, `columns` numbers each, about 0 and of similar spread */
  readonly values: Float64Array;
  readonly columns: number;
}

export interface HazardFit {
  /** log odds per unit of each column */
  readonly coefficients: Float64Array;
  /** log odds of each interval at covariates 0; −∞ or ∞ where it happened to nobody or to everybody */
  readonly intercepts: Float64Array;
  /** probability of it happening, row by row */
  readonly probability: Float64Array;
}

/**
 * Pooled logistic regression with an intercept of its own for every interval: Cox regression for whole intervals.
 *
 * The intercepts are eliminated, so a year of days costs no more than its rows. An interval in which it happened to
 * nobody (or to everybody) settles its own rows and tells nothing of the covariates. Columns that repeat others get a
 * coefficient of 0; probabilities do not depend on which of them.
 *
 * @param rows   the rows of time
 * @param counts how often each person counts, >= 0
 * @param start  coefficients to start from; zeros when left out
 * @returns the fit; null where the likelihood has no maximum
 * @source D'Agostino et al. (1990), doi:10.1002/sim.4780091214, pooled logistic regression
 */
export function intervalHazards(rows: HazardRows, counts: Float64Array, start?: Float64Array): HazardFit | null {
  const { person, interval, intervals, happened, values, columns: p } = rows;
  const atRisk = new Float64Array(intervals);
  const events = new Float64Array(intervals);
  for (let row = 0; row < person.length; row++) {
    const k = interval[row]!;
    const count = counts[person[row]!]!;
    atRisk[k] = atRisk[k]! + count;
    if (happened[row] === 1) events[k] = events[k]! + count;
  }
  const intercepts = Float64Array.from(events, (d, k) => Math.log(d / (atRisk[k]! - d)));
  for (let k = 0; k < intervals; k++) if (atRisk[k] === 0) intercepts[k] = Number.NEGATIVE_INFINITY;
  const probability = new Float64Array(person.length);
  const coefficients = new Float64Array(p);
  if (p > 0 && start !== undefined) coefficients.set(start);

  const scoreK = new Float64Array(intervals);
  const informationK = new Float64Array(intervals);
  const crossK = new Float64Array(intervals * p);
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    scoreK.fill(0);
    informationK.fill(0);
    crossK.fill(0);
    const score = new Float64Array(p);
    const information = new Float64Array(p * p);
    for (let row = 0; row < person.length; row++) {
      const k = interval[row]!;
      const at = row * p;
      let logOdds = intercepts[k]!;
      for (let j = 0; j < p; j++) logOdds += coefficients[j]! * values[at + j]!;
      const chance = 1 / (1 + Math.exp(-logOdds));
      probability[row] = chance;
      const count = counts[person[row]!]!;
      if (count === 0 || !Number.isFinite(logOdds)) continue;
      const residual = count * (happened[row]! - chance);
      const weight = count * chance * (1 - chance);
      scoreK[k] = scoreK[k]! + residual;
      informationK[k] = informationK[k]! + weight;
      for (let j = 0; j < p; j++) {
        const value = values[at + j]!;
        score[j] = score[j]! + residual * value;
        crossK[k * p + j] = crossK[k * p + j]! + weight * value;
        for (let i = 0; i <= j; i++)
          information[j * p + i] = information[j * p + i]! + weight * value * values[at + i]!;
      }
    }
    for (let k = 0; k < intervals; k++) {
      if (!(informationK[k]! > 0)) continue;
      for (let j = 0; j < p; j++) {
        const share = crossK[k * p + j]! / informationK[k]!;
        score[j] = score[j]! - share * scoreK[k]!;
        for (let i = 0; i <= j; i++) information[j * p + i] = information[j * p + i]! - share * crossK[k * p + i]!;
      }
    }
    const step = solvePositive(information, score, p);
    let largest = 0;
    for (let k = 0; k < intervals; k++) {
      if (!(informationK[k]! > 0)) continue;
      let part = scoreK[k]!;
      for (let j = 0; j < p; j++) part -= crossK[k * p + j]! * step[j]!;
      part /= informationK[k]!;
      intercepts[k] = intercepts[k]! + bounded(part);
      largest = Math.max(largest, Math.abs(part));
    }
    for (let j = 0; j < p; j++) {
      coefficients[j] = coefficients[j]! + bounded(step[j]!);
      largest = Math.max(largest, Math.abs(step[j]!));
    }
    if (Number.isNaN(largest)) return null;
    if (largest < settled) return { coefficients, intercepts, probability };
  }
  return null;
}

/** Newton's steps roughly square their error, so one below this leaves nothing that shows; a runaway takes steps of 1. */
const settled = 1e-8;
const mostIterations = 30;

/** A step of more than this many units of log odds is a leap beyond what the curvature can vouch for. */
function bounded(step: number): number {
  return Math.max(-4, Math.min(4, step));
}

/** Lower triangle of a p by p information, row by row; a column that repeats others gets 0. */
function solvePositive(information: Float64Array, score: Float64Array, p: number): Float64Array {
  const root = new Float64Array(p * p);
  const kept = new Uint8Array(p);
  const solution = Float64Array.from(score);
  for (let j = 0; j < p; j++) {
    let pivot = information[j * p + j]!;
    for (let k = 0; k < j; k++) pivot -= root[j * p + k]! ** 2;
    if (!(pivot > 1e-9 * information[j * p + j]!)) continue;
    kept[j] = 1;
    root[j * p + j] = Math.sqrt(pivot);
    for (let i = j + 1; i < p; i++) {
      let sum = information[i * p + j]!;
      for (let k = 0; k < j; k++) sum -= root[i * p + k]! * root[j * p + k]!;
      root[i * p + j] = sum / root[j * p + j]!;
    }
  }
  for (let j = 0; j < p; j++) {
    if (kept[j] === 0) {
      solution[j] = 0;
      continue;
    }
    for (let k = 0; k < j; k++) solution[j] = solution[j]! - root[j * p + k]! * solution[k]!;
    solution[j] = solution[j]! / root[j * p + j]!;
  }
  for (let j = p - 1; j >= 0; j--) {
    if (kept[j] === 0) continue;
    for (let i = j + 1; i < p; i++) solution[j] = solution[j]! - root[i * p + j]! * solution[i]!;
    solution[j] = solution[j]! / root[j * p + j]!;
  }
  return solution;
}
