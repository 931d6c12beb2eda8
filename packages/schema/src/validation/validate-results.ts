import type { Comparison, DesignDescription, Facts, Results } from "../generated/types.ts";
import { checkReference, checkShape, type PlanProblem } from "./check-shape.ts";
import { withClaims } from "./claimed-levels.ts";

/**
 * Checks a results document, of either edition.
 *
 * @param data what results.json holds
 * @returns the results, or every problem with its place; never throws
 * @example
 * validateResults([]).problems[0].message; // "expected keys and values, found an empty list"
 */
export function validateResults(data: unknown): { results: Results } | { problems: PlanProblem[] } {
  const problems = checkShape("results", data);
  return problems.length > 0 ? { problems } : { results: data as Results };
}

/**
 * Checks one comparison, as `likewise compare --json` prints it.
 *
 * @returns the comparison, or every problem with its place; never throws
 */
export function validateComparison(data: unknown): { comparison: Comparison } | { problems: PlanProblem[] } {
  const problems = checkShape("comparison", data);
  return problems.length > 0 ? { problems } : { comparison: data as Comparison };
}

/**
 * Checks design facts, the `evidence:` block of a plan, where they come in a file of their own (`--facts`).
 *
 * @returns the facts, or every problem with its place; never throws
 * @example
 * validateFacts({ attritoin: {} }).problems[0].message; // "expected a key that is known here, found \"attritoin\"; did you mean \"attrition\"?"
 */
export function validateFacts(data: unknown): { facts: Facts } | { problems: PlanProblem[] } {
  const shape = checkReference("study.schema.json#/$defs/Facts", data);
  const problems = withClaims(data, shape, "evidence");
  return problems.length > 0 ? { problems } : { facts: data as Facts };
}

/**
 * Checks the description of a design, as `likewise grade` reads it for a study without its data.
 *
 * @returns the description, or every problem with its place; never throws
 * @example
 * validateDescription({ design: "likewise/design", title: "A trial", level: 5 }).problems[0].path; // "level"
 */
export function validateDescription(data: unknown): { description: DesignDescription } | { problems: PlanProblem[] } {
  const problems = withClaims(data, checkReference("study.schema.json#/$defs/DesignDescription", data));
  return problems.length > 0 ? { problems } : { description: data as DesignDescription };
}
