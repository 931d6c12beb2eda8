import { normalQuantile } from "@likewise/stats";
import { checkPairs } from "./check-pairs.ts";
import { type BetterIs, improvementSign } from "./improvement.ts";
import { toLimit } from "./to-limit.ts";

export type ReliableChangeMethod = "jacobson-truax" | "edwards-nunnally" | "gulliksen-lord-novick";

/** What error of measurement is worked out from: a published amount of change, or a reliability with a spread. */
export type MeasurementError =
  | { readonly kind: "published"; readonly points: number; readonly source: string }
  | {
      readonly kind: "reliability";
      /** 0 to 1 */
      readonly reliability: number;
      /** alpha has no error over time, so it makes thresholds smaller than a test-retest correlation does */
      readonly reliabilityType: "alpha" | "omega" | "test-retest" | "test-retest-icc" | "not stated";
      /** standard deviation of first scores, points */
      readonly sd: number;
      /** mean of first scores, points; needed by methods that expect scores to move towards it */
      readonly mean?: number;
      readonly source: string;
    };

export interface ReliableChangeInput {
  /** first scores, points */
  readonly pre: ArrayLike<number>;
  /** later scores of the same people, points */
  readonly post: ArrayLike<number>;
  readonly better: BetterIs;
  readonly error: MeasurementError;
  /** default `jacobson-truax`; the others allow for regression to the mean and serve as sensitivity */
  readonly method?: ReliableChangeMethod;
  /** default 0.95 */
  readonly level?: number;
}

export interface ReliableChange {
  readonly kind: "likewise/reliable-change";
  readonly method: ReliableChangeMethod | "published";
  readonly error: MeasurementError;
  readonly better: BetterIs;
  readonly level: number | null;
  readonly standardErrorOfMeasurement: number | null;
  readonly standardErrorOfDifference: number | null;
  /** points; change beyond it is reliable, from it on where it is published. Null where it differs from person to person */
  readonly threshold: number | null;
  /** change over its standard error, in direction of the score; null where the threshold is published */
  readonly index: Float64Array | null;
  /** 1 reliably better, −1 reliably worse, 0 neither; one a person */
  readonly states: Int8Array;
  readonly improved: number;
  readonly unchanged: number;
  readonly deteriorated: number;
}

/**
 * Reliable change: whose score moved by more than error of measurement would move it.
 *
 * Jacobson and Truax's index divides change by the standard error of a difference, √2 SD √(1 − reliability). Edwards and
 * Nunnally's and Gulliksen, Lord and Novick's compare the later score with the one expected after regression to the mean.
 * A published threshold counts from its value on ("6 or more").
 *
 * @throws RangeError when lengths differ, a score is missing, the reliability is not in 0 to 1 (1 excluded), or a mean is needed
 * @source Jacobson and Truax (1991), doi:10.1037/0022-006X.59.1.12; Christensen and Mendoza (1986); Speer (1992); Hsu (1989)
 * @example
 * const error = { kind: "reliability", reliability: 0.8, reliabilityType: "test-retest", sd: 7.5, mean: 40, source: "example" };
 * reliableChange({ pre: [32.5], post: [47.5], better: "higher", error, method: "gulliksen-lord-novick" }).index[0]; // 3
 */
export function reliableChange(input: ReliableChangeInput): ReliableChange {
  const { pre, post, better, error, method = "jacobson-truax", level = 0.95 } = input;
  check(input, level);
  const states = new Int8Array(pre.length);
  const sign = improvementSign(better);
  const counts = { improved: 0, unchanged: 0, deteriorated: 0 };
  const tell = (person: number, improvement: number, isReliable: boolean) => {
    if (!isReliable) counts.unchanged++;
    else if (improvement > 0) {
      states[person] = 1;
      counts.improved++;
    } else {
      states[person] = -1;
      counts.deteriorated++;
    }
  };
  const common = { kind: "likewise/reliable-change", error, better } as const;
  if (error.kind === "published") {
    for (let i = 0; i < pre.length; i++) {
      const improvement = sign * (post[i]! - pre[i]!);
      tell(i, improvement, toLimit(Math.abs(improvement), error.points) >= error.points);
    }
    const none = { level: null, standardErrorOfMeasurement: null, standardErrorOfDifference: null, index: null };
    return { ...common, method: "published", ...none, threshold: error.points, states, ...counts };
  }
  const z = normalQuantile((1 + level) / 2);
  const standardErrorOfMeasurement = error.sd * Math.sqrt(1 - error.reliability);
  const standardErrorOfDifference = Math.SQRT2 * standardErrorOfMeasurement;
  const index = new Float64Array(pre.length);
  for (let i = 0; i < pre.length; i++) {
    index[i] = indexOf(method, pre[i]!, post[i]!, error);
    tell(i, sign * index[i]!, toLimit(Math.abs(index[i]!), z) > z);
  }
  const threshold = method === "jacobson-truax" ? z * standardErrorOfDifference : null;
  return {
    ...common,
    method,
    level,
    standardErrorOfMeasurement,
    standardErrorOfDifference,
    threshold,
    index,
    states,
    ...counts,
  };
}

function indexOf(
  method: ReliableChangeMethod,
  pre: number,
  post: number,
  error: MeasurementError & { kind: "reliability" },
): number {
  const { reliability, sd, mean = 0 } = error;
  if (method === "jacobson-truax") return (post - pre) / (sd * Math.sqrt(2 * (1 - reliability)));
  const expected = mean + reliability * (pre - mean);
  const spread = method === "edwards-nunnally" ? Math.sqrt(1 - reliability) : Math.sqrt(1 - reliability ** 2);
  return (post - expected) / (sd * spread);
}

function check({ pre, post, error, method }: ReliableChangeInput, level: number): void {
  const caller = "reliableChange";
  checkPairs(caller, pre, post, 1);
  if (!(level > 0 && level < 1)) throw new RangeError(`${caller}: level must be between 0 and 1, got ${level}`);
  if (error.kind === "published") {
    if (!(error.points > 0)) throw new RangeError(`${caller}: points must be > 0 (points), got ${error.points}`);
    return;
  }
  if (!(error.reliability >= 0 && error.reliability < 1)) {
    throw new RangeError(`${caller}: reliability must be from 0 to below 1, got ${error.reliability}`);
  }
  if (!(error.sd > 0)) throw new RangeError(`${caller}: sd must be > 0 (points), got ${error.sd}`);
  if (method !== undefined && method !== "jacobson-truax" && error.mean === undefined) {
    throw new RangeError(`${caller}: mean must be given (points) for ${method}, got none`);
  }
}
