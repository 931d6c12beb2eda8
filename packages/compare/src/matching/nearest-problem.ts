import { sampleStandardDeviation } from "@likewise/stats";
import { jointStrata } from "./joint-strata.ts";
import type { MahalanobisSpace } from "./mahalanobis-space.ts";
import { type MatchingOrder, matchingOrders } from "./matching-order.ts";

/** Who may be matched with whom, who chooses first, and what nearness is. */
export interface NearestProblem {
  /** 1 = treated, 0 = comparison */
  readonly treated: Uint8Array;
  /** 1 for whoever may be matched at all; null for everybody. */
  readonly eligible: Uint8Array | null;
  /** Stratum of each row, 0 … numStrata − 1; only rows of one stratum may be matched. */
  readonly strata: Int32Array;
  readonly numStrata: number;
  /** Columns on which a pair must differ. */
  readonly antiExact: readonly ArrayLike<number>[];
  /** Columns in which a pair must be no farther apart than so much. */
  readonly windows: readonly PairWindow[];
  readonly ratio: number;
  /** A comparison person may serve more than one treated person. */
  readonly replace: boolean;
  readonly order: MatchingOrder;
  readonly seed: number | string;
  /** What the orders "largest" and "smallest" go by; null where there is no score. */
  readonly scores: Float64Array | null;
  readonly near: NearOnLine | NearInSpace;
}

export interface PairWindow {
  readonly values: Float64Array;
  /** Largest difference allowed, inclusive, in units of the values. */
  readonly width: number;
}

export interface NearOnLine {
  readonly kind: "line";
  readonly scores: Float64Array;
  /** Largest distance allowed, in units of the score; Infinity for none. */
  readonly caliperWidth: number;
}

export interface NearInSpace {
  readonly kind: "space";
  readonly space: MahalanobisSpace;
  /** Largest distance allowed; Infinity for none. */
  readonly caliperWidth: number;
}

/** What is asked of pairs beside nearness. */
export interface PairOptions {
  /** Comparison people for each treated person, at most; default 1. */
  readonly ratio?: number;
  /** A comparison person may serve more than one treated person; default false. */
  readonly replace?: boolean;
  /** Who chooses first; default "largest". */
  readonly order?: MatchingOrder;
  /** Columns that must be equal inside a set, each coded as whole numbers from 0, length n; default none. */
  readonly exact?: readonly ArrayLike<number>[];
  /** Columns on which a pair must differ, length n; default none. */
  readonly antiExact?: readonly ArrayLike<number>[];
  /** Largest differences allowed in columns of numbers, in standard deviations over all rows (n − 1), inclusive. */
  readonly covariateCalipers?: readonly CovariateCaliper[];
  /** 1 for whoever may be matched at all, length n; default everybody. */
  readonly eligible?: ArrayLike<number> | null;
  /** Of the order "random"; default 1. */
  readonly seed?: number | string;
}

export interface CovariateCaliper {
  readonly values: Float64Array;
  readonly sd: number;
}

/** Checks what is asked of pairs and puts it in the form the searches work on. */
export function pairProblem(
  functionName: string,
  treated: ArrayLike<number>,
  options: PairOptions,
): Omit<NearestProblem, "scores" | "near"> {
  const { ratio = 1, replace = false, order = "largest", exact = [], antiExact = [], eligible = null } = options;
  const n = treated.length;
  for (let row = 0; row < n; row++) {
    if (treated[row] !== 0 && treated[row] !== 1) {
      throw new RangeError(`${functionName}: treated must be 0 or 1, row ${row} is neither`);
    }
  }
  if (!(Number.isInteger(ratio) && ratio >= 1)) {
    throw new RangeError(`${functionName}: ratio must be a whole number >= 1 (comparisons per treated), got ${ratio}`);
  }
  if (!matchingOrders.includes(order)) {
    throw new RangeError(`${functionName}: order must be one of ${matchingOrders.join(", ")}, got ${order}`);
  }
  for (const column of [...antiExact, ...(eligible === null ? [] : [eligible])]) {
    if (column.length !== n) {
      throw new RangeError(`${functionName}: antiExact and eligible must have ${n} entries, got ${column.length}`);
    }
  }
  return {
    treated: new Uint8Array(treated),
    eligible: eligible === null ? null : new Uint8Array(eligible),
    ...jointStrata(exact, n),
    antiExact,
    windows: (options.covariateCalipers ?? []).map((caliper) => windowOf(functionName, caliper, n)),
    ratio,
    replace,
    order,
    seed: options.seed ?? 1,
  };
}

/** A caliper of so many standard deviations over all rows, in the unit of the values. */
export function caliperWidthOf(functionName: string, values: Float64Array, sd: number): number {
  if (!(sd > 0 && Number.isFinite(sd))) {
    throw new RangeError(`${functionName}: a caliper must be > 0 (standard deviations over all rows), got ${sd}`);
  }
  return sd * sampleStandardDeviation(values);
}

function windowOf(functionName: string, { values, sd }: CovariateCaliper, n: number): PairWindow {
  if (values.length !== n || !values.every(Number.isFinite)) {
    throw new RangeError(`${functionName}: covariateCalipers must have ${n} finite values each, got ${values.length}`);
  }
  return { values, width: caliperWidthOf(functionName, values, sd) };
}

/** Whether a pair keeps to the columns it must differ on and the windows; null where nothing is asked. */
export function pairRule({
  antiExact,
  windows,
}: Pick<NearestProblem, "antiExact" | "windows">): ((one: number, other: number) => boolean) | null {
  if (antiExact.length === 0 && windows.length === 0) return null;
  return (one, other) =>
    antiExact.every((codes) => codes[one] !== codes[other]) &&
    windows.every(({ values, width }) => Math.abs(values[one]! - values[other]!) <= width);
}
