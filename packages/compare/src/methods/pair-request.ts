import { type ComparisonPlan, Failure } from "@likewise/schema";
import { exactCodes } from "../covariates/exact-codes.ts";
import type { AskedConstraints } from "../matching/check-constraints.ts";
import { caliperWidthOf, type PairOptions, type PairWindow } from "../matching/nearest-problem.ts";
import type { People } from "../people/people.ts";
import { commonSupport } from "../scores/common-support.ts";
import type { PropensityScore } from "../scores/propensity-score.ts";
import { statedTerms } from "../scores/score-covariates.ts";

/** What a plan asks of every pair, beside nearness. */
export interface PairRequest {
  readonly options: PairOptions;
  readonly asked: Pick<AskedConstraints, "exact" | "antiExact" | "windows" | "eligible">;
  /** As printed in `design`; what was not asked for is not mentioned, but for `exact`. */
  readonly stated: Readonly<Record<string, unknown>>;
}

/**
 * Exact and anti-exact columns, calipers on covariates and common support of a plan, in the form the search, the check and the
 * reader need them.
 *
 * @param score null where the plan needs none
 * @throws Failure usage when a column cannot do what is asked of it
 */
export function pairRequest(people: People, plan: ComparisonPlan, score: PropensityScore | null): PairRequest {
  if (score === null && (plan.scoreSquares ?? plan.scoreSplines) !== undefined) {
    const option = plan.scoreSquares === undefined ? "scoreSplines" : "scoreSquares";
    throw new Failure("usage", `${option}: distance ${plan.distance} uses no propensity score; leave it out`);
  }
  const exact = Object.fromEntries(people.exact.map((column) => [column.name, exactCodes(column)]));
  const antiExact = Object.fromEntries((people.antiExact ?? []).map((column) => [column.name, exactCodes(column)]));
  for (const name of Object.keys(antiExact)) {
    if (name in exact) throw new Failure("usage", `antiExact: "${name}" must not be an exact column too`);
  }
  const calipers = Object.entries(plan.covariateCalipers ?? {}).map(([name, sd]) => {
    const values = numbersOf(people, name);
    return { name, sd, values, width: caliperWidthOf("covariateCalipers", values, sd) };
  });
  const whose = plan.commonSupport ?? "none";
  const eligible = score === null ? null : commonSupport(score.probability, people.treated, whose);
  const named = Object.fromEntries(calipers.map((one) => [one.name, one]));
  return {
    options: {
      exact: Object.values(exact),
      antiExact: Object.values(antiExact),
      covariateCalipers: calipers,
      eligible,
    },
    asked: {
      exact,
      antiExact,
      windows: mapped(named, ({ values, width }): PairWindow => ({ values, width })),
      ...(eligible === null ? {} : { eligible }),
    },
    stated: {
      exact: Object.keys(exact),
      ...(plan.antiExact === undefined ? {} : { antiExact: Object.keys(antiExact) }),
      ...(calipers.length === 0 ? {} : { covariateCalipers: mapped(named, ({ sd, width }) => ({ sd, width })) }),
      ...(plan.commonSupport === undefined ? {} : { commonSupport: whose }),
      ...statedTerms(plan),
    },
  };
}

/** The score as distances on it are measured. */
export function scoreValues(
  { probability, linear }: PropensityScore,
  distance: "probability" | "linear" | "odds",
): Float64Array {
  if (distance === "odds") return probability.map((p) => p / (1 - p));
  return distance === "linear" ? linear : probability;
}

function numbersOf({ covariates }: People, name: string): Float64Array {
  const found = covariates.find((covariate) => covariate.name === name);
  if (found?.kind === "number") {
    if (found.values.some((value) => value !== found.values[0])) return found.values;
    throw new Failure("usage", `covariateCalipers: "${name}" must vary among the people compared`);
  }
  const numbers = covariates.filter(({ kind }) => kind === "number").map((covariate) => covariate.name);
  const why = found === undefined ? "one of the covariates" : "a number; for equal levels use exact";
  throw new Failure(
    "usage",
    `covariateCalipers: "${name}" must be ${why}; numbers are ${numbers.join(", ") || "none"}`,
  );
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
