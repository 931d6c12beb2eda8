import { type ComparisonPlan, Failure } from "@likewise/schema";
import { harrellKnots, restrictedCubicSpline } from "@likewise/stats";
import type { Covariate, NumericCovariate } from "../covariates/covariate.ts";

/** What of a plan says how covariates enter the score. */
export type ScoreTerms = Pick<ComparisonPlan, "scoreSquares" | "scoreSplines">;

/**
 * The covariates as they enter a propensity score: themselves, the squares asked for, and the further columns of restricted
 * cubic splines with four knots. Balance is that of the covariates, whatever the score is made of.
 *
 * @throws Failure usage when a name is not a covariate that is a number, stands in both lists, or has too few values for a
 *         spline
 */
export function scoreCovariates(covariates: readonly Covariate[], plan: ScoreTerms): readonly Covariate[] {
  const scoreSquares: readonly string[] = plan.scoreSquares ?? [];
  const scoreSplines: readonly string[] = plan.scoreSplines ?? [];
  const twice = scoreSplines.find((name) => scoreSquares.includes(name));
  if (twice !== undefined) {
    throw new Failure("usage", `scoreSquares: "${twice}" is a spline already, which bends as a square does`);
  }
  return [
    ...covariates,
    ...scoreSquares.map((name) => square(numberNamed(covariates, name, "scoreSquares"))),
    ...scoreSplines.flatMap((name) => spline(numberNamed(covariates, name, "scoreSplines"))),
  ];
}

/** Options of a score that were asked for, as printed in `design`. */
export function statedTerms({ scoreSquares, scoreSplines }: ScoreTerms): Readonly<Record<string, unknown>> {
  return {
    ...(scoreSquares === undefined ? {} : { scoreSquares }),
    ...(scoreSplines === undefined ? {} : { scoreSplines }),
  };
}

function square({ name, values }: NumericCovariate): NumericCovariate {
  return { kind: "number", name: `${name} squared`, values: values.map((value) => value * value) };
}

function spline({ name, values }: NumericCovariate): NumericCovariate[] {
  const knots = harrellKnots(values);
  if (knots.some((knot, j) => j > 0 && knot === knots[j - 1])) {
    throw new Failure(
      "usage",
      `scoreSplines: "${name}" has so few values, or so many people at one of them, that its four knots are not different; use scoreSquares`,
    );
  }
  return restrictedCubicSpline(values, knots).map((column, j) => ({
    kind: "number",
    name: `${name} spline ${j + 2}`,
    values: column,
  }));
}

function numberNamed(covariates: readonly Covariate[], name: string, option: string): NumericCovariate {
  const found = covariates.find((covariate) => covariate.name === name);
  if (found?.kind === "number") return found;
  const numbers = covariates.filter(({ kind }) => kind === "number").map((covariate) => covariate.name);
  throw new Failure(
    "usage",
    `${option}: "${name}" must be one of the covariates that are numbers: ${numbers.join(", ") || "there are none"}`,
  );
}
