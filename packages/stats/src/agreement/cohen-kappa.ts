import { normalCdf } from "../distributions/normal.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import { sumOf } from "../sums/sum.ts";

export type KappaWeights = "unweighted" | "linear" | "quadratic";

export interface CohenKappa {
  /** 1 = agreement throughout, 0 = as much as by chance, below 0 = less */
  readonly kappa: number;
  /** 0 to 1, with part agreement counted by its weight */
  readonly observedAgreement: number;
  /** 0 to 1, of raters with these totals who judge without looking */
  readonly expectedAgreement: number;
  readonly weights: KappaWeights;
  /** units rated twice */
  readonly units: number;
  /** of the estimate: for the interval */
  readonly standardError: number;
  /** null with complete agreement */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  /** if kappa were 0: for the test */
  readonly nullStandardError: number;
  /** two-sided, of kappa 0 */
  readonly pValue: number;
}

/**
 * Cohen's kappa: how far two raters, or a rule and a person, agree on the same
 * units beyond what their totals would give by chance.
 *
 * Weighted kappa counts part agreement in ordered categories i and j of k:
 * 1 − |i − j| / (k − 1), or its quadratic counterpart. Kappa depends on how
 * common each category is: quote the observed agreement beside it. Standard
 * errors are for large samples, and the limits are not held to 1. With complete
 * agreement the standard error is 0 and says nothing: there are then no limits.
 *
 * @param counts  units in each pair of categories, k by k, first rater down, k >= 2, whole numbers
 * @param weights default "unweighted"
 * @param level   confidence level, default 0.95
 * @returns refused when there are no units, or a rater put all of them in the same category
 * @throws RangeError when counts is not square, has fewer than 2 categories, or a count is not a whole number >= 0
 * @source Cohen (1968), doi:10.1037/h0026256; Fleiss, Cohen and Everitt (1969), doi:10.1037/h0028106
 * @example
 * cohenKappa({ counts: [[20, 5], [10, 15]] }).kappa; // 0.4
 */
export function cohenKappa({
  counts,
  weights = "unweighted",
  level = 0.95,
}: {
  counts: readonly ArrayLike<number>[];
  weights?: KappaWeights;
  level?: number;
}): CohenKappa | Refused {
  const caller = "cohenKappa";
  const z = twoSidedQuantile(caller, level);
  checkTable(caller, counts);
  const k = counts.length;
  const credit = agreementCredit(caller, weights);
  const over = (term: (i: number, j: number) => number) => sumOf(k * k, (c) => term(Math.floor(c / k), c % k));
  const units = over((i, j) => counts[i]![j]!);
  if (units === 0) return refuse("kappa", "no unit was rated twice", "units that both rated");
  const share = (i: number, j: number) => counts[i]![j]! / units;
  const rows = Array.from({ length: k }, (_, i) => sumOf(k, (j) => share(i, j)));
  const columns = Array.from({ length: k }, (_, j) => sumOf(k, (i) => share(i, j)));
  const weight = (i: number, j: number) => credit(Math.abs(i - j) / (k - 1));

  if (isOneCategory(counts)) {
    return refuse(
      "kappa",
      "a rater put every unit in the same category: kappa is then 0 or 0 / 0 whatever the other says",
      "units that each rater places in at least two categories",
    );
  }
  const observed = over((i, j) => weight(i, j) * share(i, j));
  const expected = over((i, j) => weight(i, j) * rows[i]! * columns[j]!);
  const kappa = (observed - expected) / (1 - expected);

  // Mean credit of each row and column category against the other rater's totals.
  const rowCredit = rows.map((_, i) => sumOf(k, (j) => weight(i, j) * columns[j]!));
  const columnCredit = columns.map((_, j) => sumOf(k, (i) => weight(i, j) * rows[i]!));
  const both = (i: number, j: number) => rowCredit[i]! + columnCredit[j]!;
  const centre = observed * expected - 2 * expected + observed;
  const spread = over(
    (i, j) => share(i, j) * (weight(i, j) * (1 - expected) - both(i, j) * (1 - observed) - centre) ** 2,
  );
  const nullSpread = over((i, j) => rows[i]! * columns[j]! * (weight(i, j) - both(i, j) + expected) ** 2);
  const standardError = Math.sqrt(spread / units) / (1 - expected) ** 2;
  const nullStandardError = Math.sqrt(nullSpread / units) / (1 - expected);
  return {
    kappa,
    observedAgreement: observed,
    expectedAgreement: expected,
    weights,
    units,
    standardError,
    lower: standardError === 0 ? null : kappa - z * standardError,
    upper: standardError === 0 ? null : kappa + z * standardError,
    level,
    nullStandardError,
    pValue: 2 * normalCdf(Math.abs(kappa) / nullStandardError, { upper: true }),
  };
}

/** Whether one rater, or both, used a single category. */
function isOneCategory(counts: readonly ArrayLike<number>[]): boolean {
  const categories = counts.map((_, i) => i);
  const usedRows = categories.filter((i) => categories.some((j) => counts[i]![j]! > 0));
  const usedColumns = categories.filter((j) => categories.some((i) => counts[i]![j]! > 0));
  return usedRows.length < 2 || usedColumns.length < 2;
}

/** Credit for two categories this far apart, as a share of the whole scale. */
function agreementCredit(caller: string, weights: KappaWeights): (distance: number) => number {
  if (weights === "unweighted") return (distance) => (distance === 0 ? 1 : 0);
  if (weights === "linear") return (distance) => 1 - distance;
  if (weights === "quadratic") return (distance) => 1 - distance * distance;
  throw new RangeError(`${caller}: weights must be "unweighted", "linear" or "quadratic", got ${weights}`);
}

function checkTable(caller: string, counts: readonly ArrayLike<number>[]): void {
  const k = counts.length;
  if (k < 2) throw new RangeError(`${caller}: counts must have at least 2 categories, got ${k}`);
  counts.forEach((row, i) => {
    if (row.length !== k)
      throw new RangeError(`${caller}: counts must be ${k} by ${k}, row ${i} (from 0) has ${row.length}`);
    for (let j = 0; j < k; j++) {
      const count = row[j]!;
      if (!Number.isSafeInteger(count) || count < 0)
        throw new RangeError(`${caller}: counts must be whole numbers >= 0 (units), got ${count}`);
    }
  });
}
