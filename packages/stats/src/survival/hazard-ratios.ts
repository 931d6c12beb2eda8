import { normalCdf } from "../distributions/normal.ts";
import { twoSidedQuantile } from "../proportions/two-sided-quantile.ts";
import { type Refused, refuse } from "../refusals/refused.ts";
import type { CoxFit } from "./fit-cox.ts";

export interface HazardRatio {
  readonly term: string;
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  /** two-sided, of a ratio of 1 */
  readonly pValue: number;
  readonly level: number;
}

/**
 * Hazard ratios of a Cox regression with their Wald intervals: robust where
 * the fit is. A ratio that has no estimate is refused by name, never printed as
 * a number that only says where the search was stopped.
 *
 * @param fit   from `fitCox`
 * @param level confidence level, default 0.95
 * @returns one entry per column of the design, in order, per unit of the column
 * @throws RangeError when level is outside 0 to 1
 * @example
 * const design = designMatrix([[1, 0, 1, 0, 1, 0]], { intercept: false });
 * const [ratio] = hazardRatios(fitCox({ time: [1, 2, 3, 4, 5, 6], event: [0, 1, 0, 1, 0, 1], design }));
 * "refused" in ratio; // true
 */
export function hazardRatios(
  fit: CoxFit,
  { level = 0.95 }: { level?: number } = {},
): readonly (HazardRatio | (Refused & { readonly term: string }))[] {
  const z = twoSidedQuantile("hazardRatios", level);
  return fit.terms.map((term, j) => {
    const what = `hazard ratio of ${term}`;
    if (fit.aliased.includes(j)) {
      return { term, ...refuse(what, `${term} says nothing that earlier columns do not say`, "leave the column out") };
    }
    if (fit.monotone.includes(j)) {
      const why = `the events alone order people at risk by ${term}, so the likelihood rises for ever`;
      return { term, ...refuse(what, why, "merge levels, leave the column out, or fitFirthCox") };
    }
    const estimate = fit.coefficients[j] ?? null;
    const standardError = fit.standardErrors[j] ?? null;
    if (estimate === null || standardError === null) {
      const named = fit.monotone.map((other) => fit.terms[other]).join(", ");
      const why = named ? `${named} has no finite hazard ratio` : "the search for the maximum did not end";
      return { term, ...refuse(what, why, "a model without the columns named, or fitFirthCox") };
    }
    return {
      term,
      ratio: Math.exp(estimate),
      lower: Math.exp(estimate - z * standardError),
      upper: Math.exp(estimate + z * standardError),
      pValue: 2 * normalCdf(Math.abs(estimate) / standardError, { upper: true }),
      level,
    };
  });
}
